import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask, signedIn } from '~/attempt.server.ts'
import { calendarResponse } from '~/mentoring/calendar-response.server.ts'

/** One meeting as a file for any calendar. */
export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { id: mentorshipId = '', meetingId = '' } = args.params
  const { text, fileName } = await ask(args, (api) => api.meeting.file({ mentorshipId, meetingId }))
  return calendarResponse(text, fileName)
}
