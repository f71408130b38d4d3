import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { RequestAnswer } from '~/mentoring/request-answer.tsx'
import { RequestFacts } from '~/mentoring/request-facts.tsx'
import { RequestThread } from '~/mentoring/request-thread.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'A request to you', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.request.asMentor({ requestId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const requestId = args.params.id ?? ''
  return attempt(args, async (raw, { aside }) => {
    const { request } = args.context.api
    const back = (text: string) => redirectWith(args, '/mentoring/requests', { text })
    if (aside.answer === 'accept') {
      const { mentorshipId } = await request.accept({ requestId })
      return redirectWith(args, `/mentoring/${mentorshipId}`, {
        text: 'You said yes. This is the place for you two.',
      })
    }
    if (aside.answer === 'ask') {
      await request.askFirst({ requestId, question: String(raw.question ?? '') })
      return back('Sent. Your clock stops until there is an answer.')
    }
    if (aside.answer === 'pause') {
      await request.declineAndPause({ requestId, until: String(raw.until ?? '') })
      return back('Done. Nobody new asks you until that day.')
    }
    await request.decline({ requestId })
    return back('Done. Nobody asks you why.')
  })
}

export default function Request() {
  const request = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { name, isOpen, mentorshipId, words } = request
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{name ? `${name} asks for your support` : 'A new teacher asks for support'}</h1>
      <MentoringPromise />
      <RequestFacts request={request} />
      <RequestThread words={words} mentor="You" mentee={name ?? 'They'} />
      {isOpen ? <RequestAnswer request={request} result={result} /> : null}
      {mentorshipId ? (
        <p>
          You said yes. <Link to={`/mentoring/${mentorshipId}`}>Go to the place for you two</Link>
        </p>
      ) : null}
      {isOpen || mentorshipId ? null : (
        <p>This is over, and there is nothing left for you to do. Thank you for being there to ask.</p>
      )}
      <p>
        <Link to="/mentoring/requests">All requests to you</Link>
      </p>
    </div>
  )
}
