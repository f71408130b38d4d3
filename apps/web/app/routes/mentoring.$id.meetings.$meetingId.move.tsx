import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { HowFields, WhenFields } from '~/mentoring/meeting-when.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Move a meeting', 'Mentoring')

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
    const { meeting } = args.context.api
    await meeting.move({ ...raw, mentorshipId, meetingId } as Parameters<typeof meeting.move>[0])
    const text = 'Done. Both calendars follow.'
    return redirectWith(args, `/mentoring/${mentorshipId}/meetings/${meetingId}`, { text })
  })
}

export default function Move() {
  const { mentorshipId, otherName, meeting } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Move or change your meeting with {otherName}</h1>
      <p>Now: {meeting.when}.</p>
      <MentoringPromise />
      <PostForm result={result}>
        <WhenFields legend="Day" given={meeting} />
        <HowFields {...meeting} />
        <Field name="reason" label={`A word for ${otherName}, if you like`} hint="You can leave this out." />
        <div className="row">
          <SubmitButton>Save and tell {otherName}</SubmitButton>
          <Link to={`/mentoring/${mentorshipId}/meetings/${meeting.id}`}>Leave it as it is</Link>
        </div>
      </PostForm>
    </div>
  )
}
