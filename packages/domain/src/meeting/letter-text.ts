import { momentWords, timeWords } from '@wirearchy/domain/calendar'

/** What a letter about a meeting knows: whom it is with, when, how, and the page. None of the two's own words. */
export interface About {
  origin: string
  /** Null where the reader may not be told any more whom it was with. */
  name: string | null
  startsAt: number
  /** When the letter is written. */
  now: number
  way: string
  href: string
}

const PROMISE =
  'Nothing here is part of your assessment. Your school and your induction tutor cannot read it.'

const SIX_DAYS = 6 * 86_400_000

/** "Tuesday 3:45pm"; more than six days off, when that could be another Tuesday, "Tuesday 24 November 3:45pm". */
export function short({ startsAt, now }: Pick<About, 'startsAt' | 'now'>) {
  const words = momentWords(startsAt).split(' ')
  return [...words.slice(0, startsAt - now > SIX_DAYS ? 3 : 1), timeWords(startsAt)].join(' ')
}
export const withWhom = ({ name }: About) => (name ? `mentoring with ${name}` : 'mentoring')
export const howAndWhen = ({ startsAt, way }: About) => `${momentWords(startsAt)}. ${way}.`

/** A letter of a subject, some sentences, and the page where the rest is. */
export const written = (
  { origin, href }: Pick<About, 'origin' | 'href'>,
  subject: string,
  text: string,
  see: string,
) => ({
  ...{ subject, line: subject, href },
  text: `${text}

${see}
${origin}${href}

${PROMISE}
`,
})
