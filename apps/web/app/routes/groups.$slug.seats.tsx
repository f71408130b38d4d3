import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { SeatTable } from '~/components/seat-table.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, 'Seats', args.data?.group.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.seat.list({ slug: args.params.slug ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  return attempt(args, async (raw) => {
    await args.context.api.seat.void({ slug, seatId: raw.seatId })
    return redirectWith(args, `/groups/${slug}/seats`, { text: 'The seat is gone.' })
  })
}

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
          <SeatTable seats={seats} />
        </>
      )}
    </div>
  )
}
