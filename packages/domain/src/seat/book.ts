import { type Day, words } from '@wirearchy/domain'
import { COLUMNS } from './sheet/header.ts'
import type { ReadRow } from './sheet/read.ts'
import type { SeatRow } from './sheet/row.ts'

/** A seat as it stands, with its subgroup by name. */
export interface KeptSeat {
  id: string
  fullName: string
  email: string | null
  identifierScheme: string | null
  identifier: string | null
  startedOn: Day
  finishedOn: Day | null
  subgroup: string | null
  isTaken: boolean
}

export type Outcome =
  | { outcome: 'created' }
  | { outcome: 'updated'; seat: KeptSeat }
  | { outcome: 'unchanged'; message: string }
  | { outcome: 'needs_review' | 'refused'; field: string; message: string }

interface Book {
  byEmail: Map<string, KeptSeat>
  byNumber: Map<string, KeptSeat>
  /** The line that first spoke of an address, a number or a seat in this file. */
  firstLine: Map<string, number>
  rowAt: Map<number, string>
}

const numberKey = ({
  identifierScheme,
  identifier,
}: Pick<SeatRow, 'identifier'> & { identifierScheme: string | null }) =>
  identifier ? `${identifierScheme}:${identifier}` : null

/**
 * What each row of a list would do to a group's seats, in order. It reads nothing and writes nothing: checking and
 * confirming both ask it, so they agree; and doing what it says, then asking again, finds nothing left to do.
 */
export function outcomes(rows: ReadRow[], kept: KeptSeat[]): Outcome[] {
  const book: Book = { byEmail: new Map(), byNumber: new Map(), firstLine: new Map(), rowAt: new Map() }
  for (const seat of kept) enter(book, seat)
  return rows.map((row) =>
    row.seat ? outcomeOf(book, row.line, row.seat) : { outcome: 'refused', ...row.refusal },
  )
}

function enter({ byEmail, byNumber }: Book, seat: KeptSeat) {
  const number = numberKey(seat)
  if (seat.email) byEmail.set(seat.email, seat)
  if (number) byNumber.set(number, seat)
}

function outcomeOf(book: Book, line: number, row: SeatRow): Outcome {
  const number = numberKey(row)
  const [mine, theirs] = [row.email && book.byEmail.get(row.email), number && book.byNumber.get(number)]
  const repeated = seenBefore(book, line, row, [mine, theirs])
  if (repeated) return repeated
  if (mine && theirs && mine !== theirs) return review(COLUMNS.email, twoSeats(mine, theirs))
  const seat = mine || theirs
  if (!seat) return created(book, line, row)
  if (seat.isTaken)
    return { outcome: 'unchanged', message: 'Has taken this place already; it stays as it is.' }
  if (row.identifier && seat.identifier && numberKey(seat) !== number)
    return review(
      COLUMNS.trn,
      `The place kept for this address has the number ${seat.identifier}. Check which is right.`,
    )
  if (!shareAWord(seat.fullName, row.fullName)) return review(COLUMNS.name, otherName(seat))
  return changed(book, seat, row)
}

/** A row about somebody whom an earlier row of the same file was about already. */
function seenBefore(
  book: Book,
  line: number,
  row: SeatRow,
  seats: (KeptSeat | string | null | undefined)[],
): Outcome | null {
  const number = numberKey(row)
  const keys = [
    row.email ? [`email ${row.email}`] : [],
    number ? [`number ${number}`] : [],
    seats.flatMap((seat) => (seat && typeof seat === 'object' ? [`seat ${seat.id}`] : [])),
  ].flat()
  const first = keys.map((key) => book.firstLine.get(key)).find((seen) => seen !== undefined)
  for (const key of keys) if (!book.firstLine.has(key)) book.firstLine.set(key, line)
  book.rowAt.set(line, JSON.stringify(row))
  if (first === undefined) return null
  if (book.rowAt.get(first) === JSON.stringify(row))
    return { outcome: 'unchanged', message: `The same as row ${first}.` }
  const field = row.email ? COLUMNS.email : COLUMNS.trn
  return { outcome: 'refused', field, message: `Row ${first} is about the same person. Keep one of the two.` }
}

const review = (field: string, message: string): Outcome => ({ outcome: 'needs_review', field, message })

/** A name that changed keeps a part as a rule; one with nothing in common is more likely a slip in the address or number. */
const shareAWord = (one: string, other: string) => words(one).some((word) => words(other).includes(word))

const otherName = ({ fullName }: KeptSeat) =>
  `This place is kept for ${fullName}. If it is the same person, write that name; if not, check the address and the number.`

const twoSeats = (mine: KeptSeat, theirs: KeptSeat) =>
  `The address belongs to ${mine.fullName}’s place, the number to ${theirs.fullName}’s. Check which is right.`

function created(book: Book, line: number, row: SeatRow): Outcome {
  enter(book, { ...row, id: `line ${line}`, isTaken: false })
  return { outcome: 'created' }
}

/** The seat with what the row adds or mends; what the row leaves out stays. */
function changed(book: Book, seat: KeptSeat, row: SeatRow): Outcome {
  const next: KeptSeat = {
    ...seat,
    fullName: row.fullName,
    email: row.email ?? seat.email,
    identifierScheme: row.identifierScheme ?? seat.identifierScheme,
    identifier: row.identifier ?? seat.identifier,
    startedOn: row.startedOn,
    finishedOn: row.finishedOn ?? seat.finishedOn,
    subgroup: row.subgroup ?? seat.subgroup,
  }
  if (JSON.stringify(next) === JSON.stringify(seat))
    return { outcome: 'unchanged', message: 'Has a place already.' }
  if (seat.email && seat.email !== next.email) book.byEmail.delete(seat.email)
  enter(book, next)
  return { outcome: 'updated', seat: next }
}
