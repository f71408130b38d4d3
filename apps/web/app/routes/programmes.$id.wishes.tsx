import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { longDay } from '~/dates.ts'
import { WishesForm } from '~/mentoring/programme-wishes.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Whom you would like', args.data?.programme.name ?? 'Programme')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const programmeId = args.params.id ?? ''
  return ask(args, (api) => api.programme.wishes({ programmeId }))
}

export async function action(args: ActionFunctionArgs) {
  const programmeId = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const rows = Object.values((raw.wish ?? {}) as Record<string, { personId?: string; rank?: string }>)
    const wishes = rows.flatMap(({ personId, rank }) =>
      personId ? [{ personId, rank: Number(rank ?? 1) }] : [],
    )
    await args.context.api.programme.saveWishes({ programmeId, wishes })
    return redirectWith(args, `/programmes/${programmeId}/wishes`, {
      text: 'Saved. Nobody else reads it.',
    })
  })
}

export default function Wishes() {
  const { programme, side, isOpen, people } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const other = side === 'mentee' ? 'mentors' : 'mentees'
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Whom you would like</h1>
      <MentoringPromise />
      <p>
        Nobody else reads this: not the people you name, not whoever runs “{programme.name}”, no school.
        Whoever runs it learns only roughly how many people got somebody they wished for.
      </p>
      {isOpen ? (
        <p>You can change it until {longDay(programme.wishesUntil ?? '')}, that day included.</p>
      ) : (
        <p>The days for wishes are over, or have not begun. This is what you said.</p>
      )}
      {people.length === 0 ? <p>No {other} are in it yet.</p> : null}
      {people.length > 0 ? <WishesForm people={people} isOpen={isOpen} result={result} /> : null}
      <p>
        <Link to={`/programmes/${programme.id}`}>Back to the programme</Link>
      </p>
    </div>
  )
}
