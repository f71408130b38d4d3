import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { HandoverForm } from '~/mentoring/handover-form.tsx'
import { HandoverPage } from '~/mentoring/handover-page.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { NewerWords, resultFor } from '~/mentoring/space-newer.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Hand-over', 'Mentoring')

/** After a refusal too: what was saved in another window is to be read beside the form. */
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.handover.of({ mentorshipId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const mentorshipId = args.params.id ?? ''
  const back = `/mentoring/${mentorshipId}/handover`
  return attempt(args, async (raw, { aside }) => {
    const { handover } = args.context.api
    if (raw.handoverId) {
      await handover.say({ mentorshipId, handoverId: raw.handoverId, words: raw.words })
      return redirectWith(args, back, { text: 'The others can read it now.' })
    }
    const { rev } = await handover.write({ mentorshipId, text: raw.text, rev: raw.rev })
    if (!aside.approve) return redirectWith(args, back, { text: 'Saved. Nobody else reads it yet.' })
    await handover.approve({ mentorshipId, rev })
    return redirectWith(args, back, { text: 'Your mentors can read it now.' })
  })
}

export default function Handover() {
  const { mine, pages, other, mentorshipId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>Hand-over</h1>
        <MentoringPromise />
        {!mine && pages.length === 0 ? <p>There is nothing to hand over, or nothing to read yet.</p> : null}
      </div>
      {mine ? (
        <>
          <NewerWords result={result} rev={mine.rev} title="What you saved in another window">
            <p className="letter">{mine.text}</p>
          </NewerWords>
          <HandoverForm mine={mine} name={other.name} result={resultFor(result, 'text')} />
        </>
      ) : null}
      {pages.map((page) => (
        <HandoverPage key={page.id} page={page} result={result} />
      ))}
      <p>
        <Link to={`/mentoring/${mentorshipId}`}>Back to you and {other.name}</Link>
      </p>
    </div>
  )
}
