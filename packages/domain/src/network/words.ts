import { type Day, isOver } from '@wirearchy/domain'
import type { Tie } from './ties.ts'

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const at = (day: Day) => new Date(`${day}T00:00:00Z`)
/** '24 November 2026' */
export const fullDay = (day: Day) => FULL.format(at(day))
/** 'November 2026' */
export const monthOf = (day: Day) => MONTH.format(at(day))

/** The days of a tie as people say them: '2024 to 2025', 'since September 2025', 'June 2025'. */
export function spanInWords(
  { startedOn, finishedOn }: Pick<Tie, 'startedOn' | 'finishedOn'>,
  today: Day,
): string {
  if (finishedOn === null || !isOver({ startedOn, finishedOn }, today)) return `since ${monthOf(startedOn)}`
  if (startedOn.slice(0, 7) === finishedOn.slice(0, 7)) return monthOf(startedOn)
  return `${monthOf(startedOn)} to ${monthOf(finishedOn)}`
}

const years = ({ startedOn, finishedOn }: Pick<Tie, 'startedOn' | 'finishedOn'>) => {
  const [from, to] = [startedOn.slice(0, 4), (finishedOn ?? startedOn).slice(0, 4)]
  return from === to ? from : `${from} to ${to}`
}

/** Why two people are tied, in the viewer's words: 'trained together, Leeds PGCE Physics, 2024 to 2025'. */
export function reasonInWords(tie: Tie, today: Day): string {
  const span = spanInWords(tie, today)
  switch (tie.kind) {
    case 'group':
      return `trained together, ${tie.contextName}, ${tie.finishedOn === null ? span : years(tie)}`
    case 'school':
      return tie.finishedOn !== null && isOver(tie, today)
        ? `worked at ${tie.contextName} at the same time, ${span}`
        : `you are both at ${tie.contextName}, ${span}`
    case 'mentor':
      return tie.finishedOn !== null && isOver(tie, today) ? `mentored you, ${span}` : `mentors you, ${span}`
    case 'mentee':
      return tie.finishedOn !== null && isOver(tie, today)
        ? `you mentored them, ${span}`
        : `you mentor them, ${span}`
    case 'connection':
      return tie.finishedOn !== null && isOver(tie, today)
        ? `you knew each other, ${span}`
        : `you know each other, ${span}`
  }
}
