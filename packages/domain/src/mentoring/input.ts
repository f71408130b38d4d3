/** What may be asked of mentoring: the words for units, topics and ways, checked here alone. */
import { z } from 'zod'
import { line, listOf, maybe, number, ticked } from './form-parts.ts'
import { TOPIC_KEYS } from './topics.ts'

export { line, maybe, words } from './form-parts.ts'
export { TOPIC_KEYS, TOPICS } from './topics.ts'

export const UNITS = ['question', 'call', 'half_term', 'year'] as const
export const Unit = z.enum(UNITS, { error: 'Choose one question, one call, half a term or a year.' })
export type Unit = z.infer<typeof Unit>

export const WAYS = ['online', 'phone', 'in_person'] as const
export const Way = z.enum(WAYS, { error: 'Choose online, by phone or in person.' })
export type Way = z.infer<typeof Way>

export const Topic = z.enum(TOPIC_KEYS, { error: 'Choose from the list.' })
export type Topic = z.infer<typeof Topic>

export const MentorshipId = z.strictObject({ mentorshipId: z.uuid({ error: 'Choose one from the list.' }) })
export type MentorshipId = z.infer<typeof MentorshipId>

const PHASES = ['early_years', 'primary', 'secondary', 'post_16', 'special', 'all_through'] as const
const Phase = z.enum(PHASES, { error: 'Choose from the list.' })

const ways = z.array(Way).min(1, 'Choose at least one way.').transform(onceEach)
const places = number(0, 20, 'Enter a number from 0 to 20. 0 means that you don’t offer it.')

/** What a mentor offers: 0 places means that they do not offer that unit. Saving it opens it. */
export const SaveOffer = z.strictObject({
  topics: z.array(Topic).min(1, 'Choose at least one thing that you can help with.').transform(onceEach),
  phases: z.array(Phase).default([]).transform(onceEach),
  subjects: listOf(8, 60),
  ways,
  note: maybe(300),
  outsideMySchool: ticked,
  noticeHours: number(0, 336, 'Choose how long before a meeting you need to know.'),
  places: z
    .strictObject({ question: places, call: places, half_term: places, year: places })
    .refine((given) => Object.values(given).some((many) => many > 0), {
      path: ['question'],
      error: 'Offer at least one place, or close your offer instead.',
    }),
})
export type SaveOffer = z.infer<typeof SaveOffer>

/** Not to be asked until a day; on that day they may be asked again. */
export const PauseOffer = z.strictObject({
  until: z.iso.date({ error: 'Enter the day from which people may ask you again, such as 4 1 2027.' }),
})
export type PauseOffer = z.infer<typeof PauseOffer>

const minute = number(0, 1440, 'Choose a time.').refine((at) => at % 15 === 0, 'Choose a quarter of an hour.')

/** A time of the week when the viewer can be booked. Minutes are from midnight, London time. */
export const AddHours = z.strictObject({
  weekday: number(1, 7, 'Choose a day of the week.'),
  startMinute: minute,
  endMinute: minute,
  way: Way,
})
export type AddHours = z.infer<typeof AddHours>

export const HoursRef = z.strictObject({ hoursId: z.uuid({ error: 'Choose one from the list.' }) })
export type HoursRef = z.infer<typeof HoursRef>

const WHYS = ['dispute', 'family', 'assesses_me'] as const

/** Somebody whom the viewer is never to be put together with. Nobody else learns of it. */
export const KeepApart = z.strictObject({
  personId: z.uuid({ error: 'Choose a person.' }),
  why: z.enum(WHYS, { error: 'Choose why.' }),
})
export type KeepApart = z.infer<typeof KeepApart>

export const KeptApartRef = z.strictObject({ keptId: z.uuid({ error: 'Choose one from the list.' }) })
export type KeptApartRef = z.infer<typeof KeptApartRef>

export const SOONS = ['this_week', 'fortnight', 'half_term'] as const

/** What somebody looks for, without the need itself: that goes to the mentor who is asked, and nowhere else. */
export const Suggest = z.strictObject({
  unit: Unit,
  topics: z
    .array(Topic)
    .min(1, 'Choose at least one thing that it is about.')
    .max(3, 'Choose up to three: the ones that matter most now.')
    .transform(onceEach),
  ways,
  soon: z.enum(SOONS, { error: 'Choose how soon.' }),
  outsideMySchool: ticked,
})
export type Suggest = z.infer<typeof Suggest>

/** The three questions as somebody answers them before they choose whom to ask: the same, and the need in a sentence. */
export const Questions = Suggest.extend({
  need: line(300, 'Write in a sentence what you would like help with.'),
})
export type Questions = z.infer<typeof Questions>

export const TypicalWait = z.strictObject({ unit: Unit })
export type TypicalWait = z.infer<typeof TypicalWait>

function onceEach<One>(list: One[]): One[] {
  return [...new Set(list)]
}
