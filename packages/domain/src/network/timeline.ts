import { type Day, isOver } from '@wirearchy/domain'
import type { SchoolNow } from './schools-now.ts'
import type { Tie } from './ties.ts'

/** One line of two people's shared history. */
export interface Moment {
  on: Day
  text: string
}

/** Two people's shared history as one column, oldest first: when each thing they shared began and ended. */
export function timelineOf(ties: Tie[], theirSchools: SchoolNow[], name: string, today: Day): Moment[] {
  const shared = ties.flatMap((tie) => [
    { on: tie.startedOn, text: beginning(tie, name) },
    ...(tie.finishedOn !== null && isOver(tie, today)
      ? [{ on: tie.finishedOn, text: ending(tie, name) }]
      : []),
  ])
  const since = ties[0]?.startedOn ?? today
  const moves = theirSchools
    .filter((place) => place.startedOn > since && !ties.some((tie) => tie.contextId === place.schoolId))
    .map((place) => ({ on: place.startedOn, text: `${name} started at ${place.name}.` }))
  return [...shared, ...moves].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.text < b.text ? -1 : 1))
}

function beginning({ kind, contextName }: Tie, name: string) {
  switch (kind) {
    case 'group':
      return `You started training together: ${contextName}.`
    case 'school':
      return `You were both at ${contextName} from this day.`
    case 'mentor':
      return `${name} started mentoring you.`
    case 'mentee':
      return `You started mentoring ${name}.`
    case 'connection':
      return 'You both said that you know each other.'
  }
}

function ending({ kind, contextName }: Tie, name: string) {
  switch (kind) {
    case 'group':
      return `Your time together in ${contextName} ended. You stay tied.`
    case 'school':
      return `Your time together at ${contextName} ended. You stay tied.`
    case 'mentor':
      return `${name}’s mentoring of you ended. You stay tied.`
    case 'mentee':
      return `Your mentoring of ${name} ended. You stay tied.`
    case 'connection':
      return 'This tie was ended.'
  }
}
