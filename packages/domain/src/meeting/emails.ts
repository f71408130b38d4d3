import { momentWords, timeWords } from '@wirearchy/domain/calendar'
import { type About, howAndWhen, short, withWhom, written } from './letter-text.ts'

/** To each of a pair when a meeting is booked. Its calendar file goes with it. */
export const bookedLetter = (at: About) => ({
  kind: 'meeting_booked',
  ...written(at, `${short(at)}: ${withWhom(at)}`, howAndWhen(at), 'To move it or call it off:'),
})

/** To each of a pair when it has another time, or another place. */
export const changedLetter = (at: About, isMoved: boolean) => ({
  kind: 'meeting_moved',
  ...written(
    at,
    `${isMoved ? 'Moved to' : 'Changed:'} ${short(at)}: ${withWhom(at)}`,
    `It is now ${howAndWhen(at)}`,
    'To read more, or move it again:',
  ),
})

/** To each of a pair when it is off. */
export const cancelledLetter = (at: About) => ({
  kind: 'meeting_cancelled',
  ...written(
    at,
    `Called off: ${short(at)}, ${withWhom(at)}`,
    `It was to be ${howAndWhen(at)}`,
    'Your mentoring:',
  ),
})

/** To the other of a pair when one offers times. */
export const offeredLetter = (at: Pick<About, 'origin' | 'href'>, name: string, buttons: string) => ({
  kind: 'meeting_offered',
  ...written(
    at,
    `${name} offers times to meet`,
    `${name} offers times for your mentoring. Choose one, and it is booked.\n\n${buttons}`,
    'To see them all, or offer others:',
  ),
})

/** To each of a pair, a day before. */
export const tomorrowLetter = (at: About) => ({
  kind: 'meeting_tomorrow',
  ...written(at, `${short(at)}: ${withWhom(at)}`, `A reminder: ${howAndWhen(at)}`, 'To move it:'),
})

/** To each of a pair, an hour before. */
export const soonLetter = (at: About) => ({
  kind: 'meeting_soon',
  ...written(at, `In an hour: ${withWhom(at)}, ${timeWords(at.startsAt)}`, howAndWhen(at), 'Where and how:'),
})

/** To the mentee on the morning of the day. */
export const todayLetter = (at: About) => ({
  kind: 'meeting_today',
  ...written(
    at,
    `Today ${timeWords(at.startsAt)}: what would help?`,
    `You meet ${at.name} today, ${timeWords(at.startsAt)}. What would help today? One line is enough.`,
    'To write it:',
  ),
})

/** To each of a pair when a meeting is over. */
export const metLetter = (at: About, buttons = '') => ({
  kind: 'check_met',
  ...written(
    at,
    `Did you and ${at.name} meet?`,
    `${momentWords(at.startsAt)}: did it happen? One tap is enough: yes, moved or no. Nobody is to blame.\n\n${buttons}`,
    'On the page:',
  ),
})

/** To one of a pair when it is time to say how it goes. */
export const checkInLetter = (at: Pick<About, 'origin' | 'href'>, name: string) => ({
  kind: 'check_in',
  ...written(
    at,
    `How is it going with ${name}?`,
    `Three taps, and a line if you like. Only you ever read it: not ${name}, and not whoever runs a programme.`,
    'To say:',
  ),
})

/** To somebody who runs a programme, when one of its people would like a word. What about is theirs to say. */
export const wordLetter = (at: Pick<About, 'origin' | 'href'>, name: string) => ({
  kind: 'check_word',
  ...{ subject: `${name} would like a word`, line: `${name} would like a word with you.`, href: at.href },
  text: `${name} would like a word with you. We know no more than that, and nobody else is told.

${at.origin}${at.href}
`,
})
