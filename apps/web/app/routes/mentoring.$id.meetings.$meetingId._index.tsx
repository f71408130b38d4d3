import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { MeetingAhead } from '~/mentoring/meeting-ahead.tsx'
import { MeetingHeld } from '~/mentoring/meeting-held.tsx'
import { MeetingOffered } from '~/mentoring/meeting-offered.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'A meeting', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { id: mentorshipId = '', meetingId = '' } = args.params
  return ask(args, (api) => api.meeting.one({ mentorshipId, meetingId }))
}

export async function action(args: ActionFunctionArgs) {
  const { id: mentorshipId = '', meetingId = '' } = args.params
  const page = `/mentoring/${mentorshipId}/meetings/${meetingId}`
  return attempt(args, async (raw, { aside }) => {
    const { meeting } = args.context.api
    const ref = { mentorshipId, meetingId }
    if (aside.do === 'hope') {
      await meeting.sayHope({ ...ref, hopedFor: raw.hopedFor })
      return redirectWith(args, page, { text: 'Sent. You both see it here.' })
    }
    if (aside.do === 'accept') {
      await meeting.accept({ ...ref, timeId: raw.timeId })
      return redirectWith(args, page, { text: 'Booked. It goes into both calendars.' })
    }
    if (aside.do === 'decline') {
      await meeting.cancel(ref)
      return redirectWith(args, `/mentoring/${mentorshipId}/meet`, { text: 'Done. Would another time suit?' })
    }
    await meeting.sayHeld({ ...ref, said: raw.said })
    return redirectWith(args, page, { text: 'Thank you.' })
  })
}

export default function Meeting() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { mentorshipId, otherName, meeting } = page
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{meeting.when ? `You and ${otherName}: ${meeting.when}` : `Times to meet ${otherName}`}</h1>
      <MentoringPromise />
      {meeting.state === 'offered' ? <MeetingOffered {...page} result={result} /> : null}
      {meeting.state === 'booked' ? <MeetingAhead {...page} result={result} /> : null}
      {['over', 'happened', 'missed'].includes(meeting.state) ? (
        <MeetingHeld {...page} result={result} />
      ) : null}
      {meeting.state === 'cancelled' ? <CalledOff reason={meeting.reason} /> : null}
      {meeting.state === 'lapsed' ? <p>These times are over, and none was chosen.</p> : null}
      <p>
        <Link to={`/mentoring/${mentorshipId}`}>Back to you and {otherName}</Link>
      </p>
    </div>
  )
}

const CalledOff = ({ reason }: { reason: string | null }) => (
  <p>This was called off{reason ? `: ${reason}` : '.'}</p>
)
