import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { FinishForm } from '~/mentoring/space-finish-form.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'End it well', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.space.of({ mentorshipId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const mentorshipId = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const { space } = args.context.api
    const words = raw as Parameters<typeof space.finish>[0]
    const { finishedOn } = await space.finish({ ...words, mentorshipId })
    const to = finishedOn ? `/mentoring/${mentorshipId}` : '/mentoring'
    return redirectWith(args, to, { text: 'Your words are with them. You stay tied.' })
  })
}

export default function FinishMentoring() {
  const { other, side, isOver, endings, mentorshipId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const isSaid = isOver && endings.some(({ isMine }) => isMine)
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{isOver ? `Leave ${other.name} a few words` : `End your mentoring with ${other.name}?`}</h1>
      {isOver ? null : (
        <p>
          It ends today, and meetings that you two have ahead are called off. You stay tied, and what you
          wrote together stays yours. {other.name} reads your sentence and your thanks, nothing else; a school
          that arranged it reads that it ended, and no more.
        </p>
      )}
      <MentoringPromise />
      {isSaid ? (
        <p>You have left your words already.</p>
      ) : (
        <FinishForm result={result} name={other.name} side={side} isOver={isOver} />
      )}
      <p>
        <Link to={`/mentoring/${mentorshipId}`}>{isOver ? 'Back' : 'Not now'}</Link>
      </p>
    </div>
  )
}
