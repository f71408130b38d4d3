import { line, MentorshipId, maybe, Way } from '@wirearchy/domain/mentoring/input'
import { z } from 'zod'
import { minuteIn } from './time-of-day.ts'

const LENGTHS = { least: 10, most: 240 }

/** A whole number, as a form or a program sends it. */
const whole = (least: number, most: number, error: string) =>
  z
    .union([z.number(), z.string().regex(/^\d{1,3}$/, error)], { error })
    .transform(Number)
    .refine((given) => Number.isInteger(given) && given >= least && given <= most, error)

/** A time of the day as people write it, in minutes from midnight. */
const TimeOfDay = z.string({ error: 'Enter a time, such as 3:45pm.' }).transform((text, check) => {
  const minute = minuteIn(text)
  if (minute === null) check.addIssue('Enter a time such as 3:45pm or 15:45.')
  return minute ?? z.NEVER
})

/** A moment by London's clock. */
const When = z.strictObject({
  on: z.iso.date({ error: 'Enter a day, such as 24 11 2026.' }),
  at: TimeOfDay,
})
export type When = z.infer<typeof When>

const minutes = whole(LENGTHS.least, LENGTHS.most, 'Enter how many minutes, from 10 to 240.')
const how = { minutes, way: Way, place: maybe(300) }

export const MeetingRef = MentorshipId.extend({ meetingId: z.uuid({ error: 'Choose a meeting.' }) })
export type MeetingRef = z.infer<typeof MeetingRef>

/** Up to three times, for the other to choose from. */
export const Propose = MentorshipId.extend({
  /** Left out altogether, each of its parts is asked for. */
  first: z.preprocess((given) => given ?? {}, When),
  second: When.optional(),
  third: When.optional(),
  ...how,
})
export type Propose = z.infer<typeof Propose>

/** One of the mentor's hours that is free. */
export const Book = MentorshipId.extend({
  startsAt: z
    .union([z.number(), z.string().regex(/^\d{1,16}$/, 'Choose a time from the list.')], {
      error: 'Choose a time from the list.',
    })
    .transform(Number),
  place: maybe(300),
})
export type Book = z.infer<typeof Book>

export const Accept = MeetingRef.extend({ timeId: z.uuid({ error: 'Choose one of the times.' }) })
export type Accept = z.infer<typeof Accept>

const reason = maybe(300)

export const MoveMeeting = MeetingRef.extend({ ...When.shape, ...how, reason })
export type MoveMeeting = z.infer<typeof MoveMeeting>

export const CancelMeeting = MeetingRef.extend({ reason })
export type CancelMeeting = z.infer<typeof CancelMeeting>

export const SayHope = MeetingRef.extend({
  hopedFor: line(200, 'Write one line, such as “behaviour in Year 9”.'),
})
export type SayHope = z.infer<typeof SayHope>

export const SayHeld = MeetingRef.extend({
  said: z.enum(['yes', 'moved', 'no'], { error: 'Choose yes, moved or no.' }),
})
export type SayHeld = z.infer<typeof SayHeld>

export const FeedRef = z.strictObject({ feedId: z.uuid({ error: 'Choose one from the list.' }) })
export type FeedRef = z.infer<typeof FeedRef>

export const FeedToken = z.strictObject({ token: z.string().max(200) })
export type FeedToken = z.infer<typeof FeedToken>

export const CheckInRef = MentorshipId.extend({ checkInId: z.uuid({ error: 'Choose one from the list.' }) })
export type CheckInRef = z.infer<typeof CheckInRef>

const tap = whole(1, 3, 'Choose one of the three.')

/** Three taps, and what the person who answers wants. It is theirs alone. */
export const AnswerCheckIn = CheckInRef.extend({
  useful: tap,
  often: tap,
  going: tap,
  line: maybe(300),
  wants: z.enum(['nothing', 'another_mentor', 'a_word', 'to_stop'], { error: 'Choose what would help.' }),
})
export type AnswerCheckIn = z.infer<typeof AnswerCheckIn>

export const AskForWord = CheckInRef.extend({ coordinatorId: z.uuid({ error: 'Choose a person.' }) })
export type AskForWord = z.infer<typeof AskForWord>
