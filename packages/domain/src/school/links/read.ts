import { BadCell } from '../register/bad-cell.ts'
import { type Binding, bindColumns, type Columns } from '../register/bind.ts'
import { day, tidy, urn } from '../register/cells.ts'
import { records } from '../register/records.ts'
import { checkShape, type Shape } from '../register/shape.ts'
import type { Survey } from '../register/survey.ts'

/** One link as the register tells it: `fromRef`'s link to `toRef`, with its date if it has one. */
export interface LinkRow {
  fromRef: string
  toRef: string
  linkType: string
  establishedOn: string | null
}

/** A row of the file: a good link, or why it is refused alone, with its key when that much could be read. */
export type ReadLink = { line: number; key: string | null } & (
  | { link: LinkRow }
  | { refusal: { field: string; reason: string } }
)

const COLUMNS = {
  from: ['URN'],
  to: ['LinkURN'],
  type: ['LinkType'],
  date: ['LinkEstablishedDate'],
} as const satisfies Columns<string>
type Column = keyof typeof COLUMNS
const ADVICE = "Use the register's own download of establishment links"
const bind = (cells: string[]) => bindColumns<Column>(cells, COLUMNS, ['from', 'to', 'type', 'date'], ADVICE)

/** A link's two references and type as one text, which both a row and the table can be found by. */
export const keyOf = ({ fromRef, toRef, linkType }: Omit<LinkRow, 'establishedOn'>) =>
  `${fromRef} ${toRef} ${linkType}`

/** Looks over the whole file for what would refuse it whole: see `checkShape`. */
export const checkLinks = (file: Survey, onBytes?: (read: number) => void): Promise<Shape> =>
  checkShape(
    file,
    'links',
    (cells) => {
      const { header, at } = bind(cells)
      return { header, key: at.from, days: [at.date] }
    },
    onBytes,
  )

/** Reads a surveyed file of links in its order. A row that breaks a rule, or says what an earlier one said, is refused alone. */
export async function* readLinks(file: Survey): AsyncGenerator<ReadLink> {
  let binding: Binding<Column> | null = null
  const lineOf = new Map<string, number>()
  for await (const { line, cells } of records(file)) {
    if (binding) yield once({ line, ...readLink(binding, cells) }, lineOf)
    else binding = bind(cells)
  }
}

function readLink({ at, width }: Binding<Column>, cells: string[]) {
  let reading: Column = 'from'
  let key: string | null = null
  const cell = (column: Column) => {
    reading = column
    return cells[at[column] ?? -1] ?? ''
  }
  try {
    if (cells.length !== width)
      return refused(key, '', `The row has ${cells.length} cells and the header has ${width}.`)
    const fromRef = urn(cell('from'))
    const toRef = urn(cell('to'))
    const linkType = typeOf(cell('type'))
    key = keyOf({ fromRef, toRef, linkType })
    if (fromRef === toRef) return refused(key, 'LinkURN', 'The school is linked to itself.')
    return { key, link: { fromRef, toRef, linkType, establishedOn: day(cell('date')) } }
  } catch (error) {
    if (error instanceof BadCell) return refused(key, COLUMNS[reading][0], error.message)
    throw error
  }
}

const refused = (key: string | null, field: string, reason: string) => ({ key, refusal: { field, reason } })

function typeOf(cell: string): string {
  const type = tidy(cell)
  if (type === '') throw new BadCell('The type of the link is empty.')
  if (type.length > 100) throw new BadCell('The type of the link is longer than 100 characters.')
  return type
}

function once(read: ReadLink, lineOf: Map<string, number>): ReadLink {
  if (!('link' in read) || read.key === null) return read
  const first = lineOf.get(read.key)
  if (first === undefined) lineOf.set(read.key, read.line)
  if (first === undefined) return read
  return {
    line: read.line,
    key: read.key,
    refusal: { field: 'LinkURN', reason: `This link is already on line ${first}; that one counts.` },
  }
}
