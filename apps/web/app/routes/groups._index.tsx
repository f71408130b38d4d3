import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { Notice } from '~/components/notice.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { Tag } from '~/components/tag.tsx'
import { stretch } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your training groups')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, async (api) => ({ groups: await api.group.mine(), offers: await api.seat.mine() }))
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  return attempt(args, async (raw) => {
    const { slug } = await args.context.api.seat.claim({ seatId: raw.seatId })
    return redirectWith(args, `/groups/${slug}`, { text: 'You’re in. These are the people you train with.' })
  })
}

export default function Groups() {
  const { groups, offers } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Your training groups</h1>
      {offers.map((offer) => (
        <Offer key={offer.seatId} {...offer} result={result} />
      ))}
      {groups.length === 0 ? <NoGroup /> : <GroupList groups={groups} />}
      <p>
        <Link to="/groups/new">Make a training group</Link> ·{' '}
        <Link to="/groups/claim">Is a place kept for you?</Link>
      </p>
    </div>
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

function Offer({ seatId, name, years, fullName, result }: Loaded['offers'][number] & { result: unknown }) {
  return (
    <Notice>
      <p>
        A place is kept for <strong>{fullName}</strong> in {name}, {years}.
      </p>
      <PostForm result={result}>
        <input type="hidden" name="seatId" value={seatId} />
        <SubmitButton pending="Joining…">
          Take my place<span className="visually-hidden"> in {name}</span>
        </SubmitButton>
      </PostForm>
    </Notice>
  )
}

function GroupList({ groups }: Pick<Loaded, 'groups'>) {
  return (
    <ul className="plain people">
      {groups.map(({ slug, name, provider, years, isLead, startedOn, finishedOn, outcome }) => (
        <li key={slug}>
          <div className="name">
            <Link to={`/groups/${slug}`}>{name}</Link> {isLead ? <Tag kind="info">You run it</Tag> : null}
            {outcome === 'deferred' ? <Tag kind="warn">Deferred</Tag> : null}
          </div>
          <div>{[provider, years].filter(Boolean).join(', ')}</div>
          {startedOn ? <div className="why">You trained here {stretch(startedOn, finishedOn)}</div> : null}
        </li>
      ))}
    </ul>
  )
}

function NoGroup() {
  return (
    <EmptyState
      title="The people you trained with will be here"
      action={
        <Link className="btn" to="/groups/new">
          Make your training group
        </Link>
      }
    >
      <p>
        Ask whoever runs your course for its link or QR code. If nobody has made your group yet, make it:
        “Leeds PGCE Physics, 2024 to 2025” takes a minute, and the link fits in any chat.
      </p>
    </EmptyState>
  )
}
