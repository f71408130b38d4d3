import type { Ctx, Day } from '@wirearchy/domain'
import type { Programme } from './find.ts'
import { dayWords, PROMISE, REASON_WORDS, UNIT_WORDS } from './words.ts'

/**
 * To each of a pair: who, why and the first step. Of two who begin today the reader's sight is checked when it goes; of
 * two who begin later, whether either keeps the other out: by joining each let the other read their name.
 */
export const matchedLetter = (
  { origin }: Ctx,
  { other, side, reasons, programme, mentorshipId, from }: Matched,
) => {
  const what = side === 'mentor' ? `You are ${other}’s mentor` : `${other} is your mentor`
  const asOf = from ? ` from ${dayWords(from)}` : ''
  return {
    ...(from ? BEGINS : TODAY),
    subject: what,
    line: `${what}${asOf}.`,
    href: `/mentoring/${mentorshipId}`,
    text: `${what}${asOf} in “${programme.name}”: ${UNIT_WORDS[programme.unit]}.
${why(reasons)}
First step: find half an hour for a first talk. Your space is ${from ? 'open already' : 'here'}:
${origin}/mentoring/${mentorshipId}

${PROMISE}
Either of you may stop at any time, without a reason.
`,
  }
}

const TODAY = {
  kind: 'programme_matched',
}
const BEGINS = {
  kind: 'mentoring_begins',
}

interface Matched {
  other: string
  side: 'mentor' | 'mentee'
  reasons: string[]
  programme: Programme
  mentorshipId: string
  /** The day on which the two begin, if that is to come. */
  from: Day | null
}

/** To a mentor of several: where it stands. It names nobody and is the same whatever their number. */
export const menteesLetter = ({ origin }: Ctx, { id, name, unit }: Programme, from: Day | null) => ({
  kind: 'programme_mentees',
  subject: `Whom you mentor in “${name}”`,
  line: `See whom you mentor in “${name}”, and why.`,
  href: `/programmes/${id}`,
  text: `“${name}” has been matched: ${UNIT_WORDS[unit]}${from ? `, from ${dayWords(from)}` : ''}.

First step: see whom you mentor and why, and find half an hour for a first talk with each:
${origin}/programmes/${id}

${PROMISE}
Anybody may stop at any time, without a reason.
`,
})

function why(reasons: string[]) {
  const words = reasons.flatMap((reason) => REASON_WORDS[reason] ?? [])
  return words.length > 0 ? `\nWhat you two have in common: ${words.join(', ')}.\n` : ''
}

/** To somebody for whom there was nobody this time. */
export const unmatchedLetter = ({ origin }: Ctx, { id, name }: Programme, side: 'mentor' | 'mentee') => ({
  kind: 'programme_unmatched',
  subject: `Nobody for you this time in “${name}”`,
  line: `There was nobody for you this time in “${name}”.`,
  href: side === 'mentee' ? '/mentoring/ask' : `/programmes/${id}`,
  text:
    side === 'mentee'
      ? `There were more people than places in “${name}”, or nobody who fits, and you have no mentor from it.
It says nothing about you.

First step: ask for somebody yourself. You see how long an answer takes before you ask:
${origin}/mentoring/ask
`
      : `Everybody in “${name}” has a mentor, and nobody was left for you. Thank you for offering.

Your places stay free for whoever asks you:
${origin}/programmes/${id}
`,
})
