import { fold } from '@wirearchy/domain'
import { wholeFile } from './refusal.ts'

export const COLUMNS = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email',
  trn: 'TRN',
  traineeId: 'Trainee ID',
  startedOn: 'Start date',
  finishedOn: 'End date',
  subgroup: 'Subgroup',
} as const
export type Column = keyof typeof COLUMNS

/** Headings as people write them, folded. */
const ALSO: Record<Column, string[]> = {
  name: ['name', 'full name', 'fullname', 'trainee', 'trainee name', 'student', 'student name', 'known as'],
  firstName: ['first name', 'firstname', 'first names', 'forename', 'forenames', 'given name'],
  lastName: ['last name', 'lastname', 'surname', 'family name'],
  email: ['email', 'e mail', 'email address', 'e mail address', 'personal email', 'mail'],
  trn: ['trn', 'teacher reference number', 'teacher ref', 'trn number', 'dfe number'],
  traineeId: ['trainee id', 'provider trainee id', 'student id', 'student number', 'trainee number'],
  startedOn: ['start', 'start date', 'started', 'started on', 'from', 'joined'],
  finishedOn: ['end', 'end date', 'finish', 'finished', 'finished on', 'finish date', 'to', 'until', 'left'],
  subgroup: ['subgroup', 'sub group', 'group', 'set', 'subject group', 'strand'],
}
const COLUMN_OF = new Map(
  Object.entries(ALSO).flatMap(([column, names]) => names.map((name) => [name, column as Column])),
)

/** The column that failed-rows files carry for the reader; never an answer. */
export const ADVICE = 'What to fix'

export interface Binding {
  /** Where each column stands, from 0. */
  at: Partial<Record<Column, number>>
  /** Headings that we do not use. */
  ignored: string[]
}

/**
 * Which heading is which column, whatever the order, case and spacing.
 * @throws a refusal of the whole file when a heading stands twice, or none tells a name
 */
export function bind(header: string[]): Binding {
  const at: Partial<Record<Column, number>> = {}
  const ignored: string[] = []
  for (const [place, heading] of header.entries()) {
    const column = COLUMN_OF.get(fold(heading))
    if (!column) ignored.push(heading)
    else if (at[column] !== undefined) throw twice(column, at[column], place, header)
    else at[column] = place
  }
  refuseSame(header)
  if (at.name === undefined && at.firstName === undefined && at.lastName === undefined) throw nameless(header)
  return { at, ignored: ignored.filter((heading) => heading !== '' && heading !== ADVICE).map(short) }
}

function twice(column: Column, first: number, second: number, header: string[]) {
  const pair = `“${short(header[first] ?? '')}” (column ${first + 1}) and “${short(header[second] ?? '')}” (column ${second + 1})`
  return wholeFile(`Two headings both mean ${COLUMNS[column].toLowerCase()}: ${pair}. Keep one of them.`)
}

function refuseSame(header: string[]) {
  const seen = new Map<string, number>()
  for (const [place, heading] of header.entries()) {
    const folded = fold(heading)
    const first = seen.get(folded)
    if (folded && first !== undefined)
      throw wholeFile(
        `The heading “${short(heading)}” stands twice, in columns ${first + 1} and ${place + 1}. Keep one of them.`,
      )
    seen.set(folded, place)
  }
}

const nameless = (header: string[]) =>
  wholeFile(
    `No heading says “Name”. The first row reads: ${header.slice(0, 6).map(short).join(', ')}. Add a heading “Name”, or “First name” and “Last name”.`,
  )

const short = (heading: string) => heading.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 40)
