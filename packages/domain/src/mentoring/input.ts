/** What may be asked of mentoring: the words for units, topics and ways, checked here alone. */
import { z } from 'zod'

export const UNITS = ['question', 'call', 'half_term', 'year'] as const
export const Unit = z.enum(UNITS, { error: 'Choose one question, one call, half a term or a year.' })
export type Unit = z.infer<typeof Unit>

export const WAYS = ['online', 'phone', 'in_person'] as const
export const Way = z.enum(WAYS, { error: 'Choose online, by phone or in person.' })
export type Way = z.infer<typeof Way>

/** What people ask for help with. The key is stored, the words are shown. */
export const TOPICS = {
  behaviour: 'Behaviour and routines',
  planning: 'Planning lessons',
  subject: 'Subject knowledge',
  marking: 'Marking and feedback',
  workload: 'Workload and time',
  families: 'Talking with families',
  send: 'Special educational needs',
  eal: 'Pupils who are new to English',
  form: 'Being a form tutor or class teacher',
  exams: 'Exams and assessment',
  induction: 'Getting through induction',
  settling: 'Settling in at a new school',
  returning: 'Coming back after a break',
  next_step: 'The next step in teaching',
  confidence: 'Confidence',
} as const
export const TOPIC_KEYS = Object.keys(TOPICS) as (keyof typeof TOPICS)[]
export const Topic = z.enum(TOPIC_KEYS, { error: 'Choose from the list.' })
export type Topic = z.infer<typeof Topic>

export const MentorshipId = z.strictObject({ mentorshipId: z.uuid({ error: 'Choose one from the list.' }) })
export type MentorshipId = z.infer<typeof MentorshipId>

const HIDDEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu

/** One line of a person's own words: spaces folded, hidden characters out. */
export const line = (most: number, empty: string) =>
  z
    .string({ error: empty })
    .transform((text) => text.normalize('NFC').replace(HIDDEN, '').replace(/\s+/gu, ' ').trim())
    .refine((text) => text.length > 0, empty)
    .refine((text) => text.length <= most, `Keep it to ${most} characters or fewer.`)

/** Words of several lines: line breaks stay, hidden characters go. */
export const words = (most: number, empty: string) =>
  z
    .string({ error: empty })
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').replace(HIDDEN, '').trim())
    .refine((text) => text.length > 0, empty)
    .refine((text) => text.length <= most, `Keep it to ${most} characters or fewer.`)

/** Words that may be left out: nothing stands for none. */
export const maybe = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').replace(HIDDEN, '').trim() || null)
    .refine((text) => text === null || text.length <= most, `Keep it to ${most} characters or fewer.`)
    .nullish()
    .transform((text) => text ?? null)
