import { type Suggest, TOPICS } from './input.ts'
import { type Asker, type Candidate, shared } from './rank.ts'

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']
const PHASE_WORDS: Record<string, string> = {
  early_years: 'early years',
  primary: 'primary',
  secondary: 'secondary',
  post_16: 'post-16',
  special: 'special schools',
  all_through: 'all-through schools',
}

/** Not how many: whoever looks each day would see when somebody else was taken on. */
const A_PLACE = 'a place free'

interface Known {
  /** How the two are linked, in words. */
  path?: string | undefined
  weekdays: number[]
}

/** Why this mentor, in short reasons: how you know them, what they help with, what you share, and when. */
export function why(
  mentor: Candidate,
  asker: Asker,
  wanted: Pick<Suggest, 'topics'>,
  known: Known,
): string[] {
  const topics = wanted.topics.filter((topic) => mentor.topics.includes(topic)).map((topic) => TOPICS[topic])
  const subjects = shared(asker.subjects, mentor.subjects)
  const phase = asker.phase && mentor.phases.includes(asker.phase) ? asker.phase : null
  return [
    ...(known.path ? [known.path] : []),
    ...(topics.length > 0 ? [`helps with ${inARow(topics.map(lower))}`] : []),
    ...(subjects.length > 0 ? [`same subject: ${inARow(subjects)}`] : []),
    ...(phase ? [`same phase: ${PHASE_WORDS[phase] ?? phase}`] : []),
    ...(known.weekdays.length > 0
      ? [`free on ${inARow(known.weekdays.map((day) => WEEKDAYS[day - 1] ?? ''))}`]
      : []),
    A_PLACE,
  ]
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

const inARow = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
