import type { MemberCtx } from '@wirearchy/domain'
import { accept, one, sayHeld } from '@wirearchy/domain/meeting'
import { Accept, MeetingRef, SayHeld } from '@wirearchy/domain/meeting/input'
import type { Act, Input } from '../act.ts'

const page = ({ mentorshipId, meetingId }: Input) => `/mentoring/${mentorshipId}/meetings/${meetingId}`
const meetingOf = (ctx: MemberCtx, { mentorshipId, meetingId }: Input) =>
  one(ctx, MeetingRef.parse({ mentorshipId, meetingId }))

/** One of the times that the other offered. */
export const acceptTime: Act = {
  title: async (ctx, input) => {
    const { meeting, otherName } = await meetingOf(ctx, input)
    const time = meeting.times.find(({ id }) => id === input.timeId)
    if (meeting.state !== 'offered' || meeting.isMine || !time || time.isOver) return null
    return `Book ${time.when} with ${otherName}`
  },
  button: () => 'Book this time',
  run: async (ctx, input) => {
    await accept(ctx, Accept.parse(input))
    return 'It is booked. Both of you get it for your calendars.'
  },
  page,
}

/** Whether a meeting happened, in one tap. Nobody is to blame. */
export const sayWhetherHeld: Act = {
  title: async (ctx, input) => {
    const { meeting, otherName } = await meetingOf(ctx, input)
    if (meeting.state === 'cancelled' || meeting.isSettled || meeting.startsAt === null) return null
    return `${SAYS[input.said ?? ''] ?? SAYS.no} (${otherName}, ${meeting.when})`
  },
  button: ({ said }) => BUTTONS[said ?? ''] ?? 'No',
  run: async (ctx, input) => {
    await sayHeld(ctx, SayHeld.parse(input))
    return 'Thank you. That is all.'
  },
  page,
}

const SAYS: Record<string, string> = {
  yes: 'Say that you met',
  moved: 'Say that you moved it to another time',
  no: 'Say that it did not happen',
}
const BUTTONS: Record<string, string> = { yes: 'Yes, we met', moved: 'We moved it' }
