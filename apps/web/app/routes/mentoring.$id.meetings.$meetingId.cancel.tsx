import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Call a meeting off', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { id: mentorshipId = '', meetingId = '' } = args.params
  const page = await ask(args, (api) => api.meeting.one({ mentorshipId, meetingId }))
  if (page.meeting.state !== 'booked') throw redirect(`/mentoring/${mentorshipId}/meetings/${meetingId}`)
  return page
}

export async function action(args: ActionFunctionArgs) {
  const { id: mentorshipId = '', meetingId = '' } = args.params
  return attempt(args, async (raw) => {
    await args.context.api.meeting.cancel({ mentorshipId, meetingId, reason: raw.reason })
    const text = 'Called off, in both calendars. Would another time suit?'
    return redirectWith(args, `/mentoring/${mentorshipId}/meet`, { text })
  })
}

export default function Cancel() {
  const { mentorshipId, otherName, meeting } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Call off your meeting with {otherName}?</h1>
      <p>{meeting.when}. It goes out of both calendars, and you can plan another.</p>
      <MentoringPromise />
      <PostForm result={result}>
        <Field
          name="reason"
          label={`Why, for ${otherName}`}
          hint="You can leave this out. It stands here, and in no letter."
        />
        <div className="row">
          <SubmitButton kind="danger">Call it off</SubmitButton>
          <Link to={`/mentoring/${mentorshipId}/meetings/${meeting.id}`}>Keep it</Link>
        </div>
      </PostForm>
    </div>
  )
}
