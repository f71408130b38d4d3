import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SeatTable } from '~/components/seat-table.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, 'Seats', args.data?.group.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.seat.list({ slug: args.params.slug ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  return attempt(args, async (raw, { aside }) => {
    if (aside.invite) {
      const told = inWords(await args.context.api.seat.invite({ slug }))
      return redirectWith(args, `/groups/${slug}/seats`, { text: told })
    }
    await args.context.api.seat.void({ slug, seatId: raw.seatId })
    return redirectWith(args, `/groups/${slug}/seats`, { text: 'The seat is gone.' })
  })
}

function inWords({ sent, alreadyInvited, withoutAddress, left }: Invited) {
  return [
    sent === 1 ? 'One invitation is on its way.' : `${sent} invitations are on their way.`,
    alreadyInvited > 0 ? `${alreadyInvited} had one already, which still works.` : '',
    withoutAddress > 0 ? `${withoutAddress} have no e-mail address: show them the link.` : '',
    left > 0 ? `${left} could not be written to today.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

type Invited = Awaited<ReturnType<ActionFunctionArgs['context']['api']['seat']['invite']>>

export default function Seats() {
  const { group, total, taken, seats } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <p>
        <Link to={`/groups/${group.slug}`}>
          {group.name}, {group.years}
        </Link>
      </p>
      <h1>Seats</h1>
      {total === 0 ? (
        <EmptyState
          title="Seats for those who are not here yet"
          action={
            <Link className="btn" to={`/groups/${group.slug}/import`}>
              Upload the list
            </Link>
          }
        >
          <p>
            Upload the list of your trainees, and you see at a glance who is still missing: “26 seats, 14
            taken”.
          </p>
        </EmptyState>
      ) : (
        <>
          <p>
            {total} {total === 1 ? 'seat' : 'seats'}, {taken} taken. Only those who run the group see the
            seats. <Link to={`/groups/${group.slug}/import`}>Upload another list</Link>
          </p>
          {total > taken ? (
            <PostForm result={result}>
              <SubmitButton name="_invite" value="yes" pending="Sending…">
                Invite those not here yet by e-mail
              </SubmitButton>
            </PostForm>
          ) : null}
          <SeatTable seats={seats} />
        </>
      )}
    </div>
  )
}
