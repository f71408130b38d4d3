import { SOONS, TOPIC_KEYS, TOPICS, UNITS } from '@wirearchy/domain/mentoring/input'

const UNIT_WORDS = {
  question: { label: 'One question', hint: 'Asked in writing, answered within the week.' },
  call: { label: 'One call', hint: 'Half an hour, once.' },
  half_term: { label: 'Half a term', hint: 'A few meetings, then it ends by itself.' },
  year: { label: 'A year', hint: 'Regular meetings through a school year.' },
} as const
const SOON_WORDS = {
  this_week: 'This week, if anybody can',
  fortnight: 'Within a fortnight',
  half_term: 'Some time this half term',
} as const

/** What can be asked for and offered, in the words of the forms. */
export const TOPIC_CHOICES = TOPIC_KEYS.map((value) => ({ value, label: TOPICS[value] }))
export const UNIT_CHOICES = UNITS.map((value) => ({ value, ...UNIT_WORDS[value] }))
export const SOON_CHOICES = SOONS.map((value) => ({ value, label: SOON_WORDS[value] }))
