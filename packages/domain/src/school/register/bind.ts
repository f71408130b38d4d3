import { Problem } from '../../problem.ts'

/** Our columns and the names a register gives them, the first one being the name we say. */
export type Columns<Column extends string> = Record<Column, readonly [string, ...string[]]>

/** Where each column we read stands in this file, and how wide its rows are. */
export interface Binding<Column extends string> {
  width: number
  at: Partial<Record<Column, number>>
  header: string[]
}

/**
 * Binds columns by name, in any order, since vintages of a register move and drop them (domain.md 5.3).
 * @param advice which file to use instead, as a sentence's beginning: "Use the register's own download"
 * @throws one Problem for the whole file when a required column is missing or one of ours comes twice
 */
export function bindColumns<Column extends string>(
  cells: string[],
  columns: Columns<Column>,
  required: readonly Column[],
  advice: string,
): Binding<Column> {
  const header = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim())
  const refusal = (why: string) =>
    new Problem('bad_input', `${why} ${advice}; nothing has been changed.`, { field: 'file' })
  const at: Binding<Column>['at'] = {}
  for (const [column, names] of Object.entries(columns) as [Column, readonly string[]][]) {
    const places = placesOf(header, names)
    if (places.length > 1) throw refusal(`The column ${header[places[1] as number]} appears twice.`)
    if (places[0] !== undefined) at[column] = places[0]
  }
  const missing = required.filter((column) => at[column] === undefined).map((column) => columns[column][0])
  if (missing.length > 0)
    throw refusal(`${otherSeparator(header)}The file has no column ${missing.join(', ')}.`)
  return { width: header.length, at, header }
}

function placesOf(header: string[], names: readonly string[]): number[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return header.flatMap((cell, place) => (wanted.has(cell.toLowerCase()) ? [place] : []))
}

/** Saved in a country that writes 1,5 for one and a half, a spreadsheet parts its columns otherwise. */
function otherSeparator(header: string[]): string {
  const [only] = header
  return header.length === 1 && only && /[;\t]/.test(only)
    ? 'Its columns are parted by semicolons or tabs; save it with commas. '
    : ''
}
