import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { CheckInForm } from '~/mentoring/meeting-check-in.tsx'
import { CheckInAnswered } from '~/mentoring/meeting-check-in-answered.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'How is it going?', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { id: mentorshipId = '', checkInId = '' } = args.params
  return ask(args, (api) => api.meeting.checkIn({ mentorshipId, checkInId }))
}

export async function action(args: ActionFunctionArgs) {
  const { id: mentorshipId = '', checkInId = '' } = args.params
  const page = `/mentoring/${mentorshipId}/check-in/${checkInId}`
  return attempt(args, async (raw, { aside }) => {
    const { meeting } = args.context.api
    if (aside.do === 'word') {
      await meeting.askForWord({ mentorshipId, checkInId, coordinatorId: raw.coordinatorId })
      return redirectWith(args, page, { text: 'Sent: that you would like a word, and nothing else.' })
    }
    const input = { ...raw, mentorshipId, checkInId } as Parameters<typeof meeting.answerCheckIn>[0]
    await meeting.answerCheckIn(input)
    return redirectWith(args, page, { text: 'Thank you. Only you can read it.' })
  })
}

export default function CheckIn() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { mentorshipId, otherName, state, isHoliday } = page
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>How is it going with {otherName}?</h1>
      <p>
        Only you can read what you say here: not {otherName}, not your school, not whoever runs a programme.
      </p>
      <MentoringPromise />
      {state === 'open' && isHoliday ? <p>It is the holidays. This can wait until school is back.</p> : null}
      {state === 'open' ? <CheckInForm result={result} /> : null}
      {state === 'lapsed' ? (
        <p>Two school weeks have passed, so this one is closed. The next one will come.</p>
      ) : null}
      {state === 'answered' ? <CheckInAnswered {...page} result={result} /> : null}
      <p>
        <Link to={`/mentoring/${mentorshipId}`}>Back to you and {otherName}</Link>
      </p>
    </div>
  )
}
