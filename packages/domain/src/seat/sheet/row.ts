import type { Day } from '@wirearchy/domain'
import { emailCell, nameCell, told, traineeIdCell, trnCell } from './cells.ts'
import { dayCell } from './day-cell.ts'
import { type Binding, COLUMNS, type Column } from './header.ts'
import { BadCell } from './refusal.ts'

/** One person of an uploaded list, ready to be given a seat. */
export interface SeatRow {
  fullName: string
  email: string | null
  identifierScheme: 'trn' | 'provider_trainee_id' | null
  identifier: string | null
  startedOn: Day
  finishedOn: Day | null
  subgroup: string | null
}

export interface Course {
  startedOn: Day
  finishedOn: Day
}

/**
 * What one row of a list says, held against the dates of its group.
 * @throws BadCell with the column and how to mend it
 */
export function readSeat({ at }: Binding, cells: string[], course: Course): SeatRow {
  const cell = (column: Column) => {
    const place = at[column]
    return place === undefined ? null : told(cells[place], COLUMNS[column])
  }
  const parts = [cell('firstName'), cell('lastName')].filter(Boolean).join(' ')
  const fullName = nameCell(cell('name') ?? (parts || null))
  const email = emailCell(cell('email'))
  const trn = trnCell(cell('trn'))
  const identifier = trn ?? traineeIdCell(cell('traineeId'))
  const identifierScheme = trn ? 'trn' : identifier ? 'provider_trainee_id' : null
  if (!email && !identifier) throw new BadCell(COLUMNS.email, whoseSeat(fullName))
  const startedOn = dayCell(cell('startedOn'), COLUMNS.startedOn) ?? course.startedOn
  const finishedOn = dayCell(cell('finishedOn'), COLUMNS.finishedOn)
  refuseOutside(startedOn, finishedOn, course)
  return {
    fullName,
    email,
    identifierScheme,
    identifier,
    startedOn,
    finishedOn,
    subgroup: subgroupOf(cell('subgroup')),
  }
}

const whoseSeat = (name: string) =>
  `Add an e-mail address, a TRN or a trainee ID, so that only ${name} can take this place.`

function refuseOutside(startedOn: Day, finishedOn: Day | null, course: Course) {
  if (finishedOn && finishedOn < startedOn)
    throw new BadCell(
      COLUMNS.finishedOn,
      `The end (${finishedOn}) comes before the start (${startedOn}). Swap or mend them.`,
    )
  if (startedOn > course.finishedOn)
    throw new BadCell(
      COLUMNS.startedOn,
      `The group ends on ${course.finishedOn}. Start on that day or earlier.`,
    )
  if (finishedOn && finishedOn < course.startedOn)
    throw new BadCell(
      COLUMNS.finishedOn,
      `The group starts on ${course.startedOn}. End on that day or later.`,
    )
}

const subgroupOf = (text: string | null) => {
  if (text && text.length > 80)
    throw new BadCell(COLUMNS.subgroup, 'The subgroup’s name is longer than 80 characters. Shorten it.')
  return text
}
