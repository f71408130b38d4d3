import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask } from '~/attempt.server.ts'
import { calendarResponse } from '~/mentoring/calendar-response.server.ts'

/** Somebody's meetings for the calendar program that they gave this address. Nobody signs in: the address is the key. */
export async function loader(args: LoaderFunctionArgs) {
  const { text } = await ask(args, (api) => api.meeting.feed({ token: args.params.token ?? '' }))
  return calendarResponse(text, 'mentoring.ics')
}
