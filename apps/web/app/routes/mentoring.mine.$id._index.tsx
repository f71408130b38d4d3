import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { SummaryList } from '~/components/summary-list.tsx'
import { UNIT_NAMES } from '~/mentoring/offer-words.ts'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { AnswerForm, RequestActs } from '~/mentoring/request-of-mine.tsx'
import { RequestStanding } from '~/mentoring/request-standing.tsx'
import { RequestTurns } from '~/mentoring/request-turns.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your request', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.request.asAsker({ requestId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const requestId = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const { request } = args.context.api
    if (raw.unit) {
      const after = await request.changeUnit({ ...(raw as { unit: 'call' }), requestId })
      return redirectWith(args, `/mentoring/mine/${after.requestId}`, {
        text: 'Changed. It is on the open list.',
      })
    }
    await request.answer({ requestId, answer: String(raw.answer ?? '') })
    return redirectWith(args, `/mentoring/mine/${requestId}`, {
      text: 'Sent. They have five school days again.',
    })
  })
}

export default function Mine() {
  const request = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { unit, about, need, turns, waitsForMe, state } = request
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Your request: {UNIT_NAMES[unit].toLowerCase()}</h1>
      <MentoringPromise />
      <RequestStanding request={request} />
      <RequestTurns turns={turns} />
      {waitsForMe ? <AnswerForm mentor={request.with ?? 'them'} result={result} /> : null}
      <h2>What you asked</h2>
      <SummaryList
        rows={[
          { label: 'You wrote', value: <p className="letter">{need}</p> },
          { label: 'How much', value: UNIT_NAMES[unit] },
          { label: 'About', value: about || 'Anything' },
        ]}
      />
      {state === 'open' ? <RequestActs request={request} result={result} /> : null}
      <p>
        <Link to="/mentoring">Back to mentoring</Link>
      </p>
    </div>
  )
}
