import { writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { ToldRow } from '@wirearchy/domain/school'

interface Told {
  refusedRows: ToldRow[]
  reviewRows: ToldRow[]
}

/**
 * Writes the refused rows, and those to look at, to a CSV file in the order of the file they came from:
 * to the file that was named, or beside that file when rows were refused.
 * @returns what to say of it
 */
export async function writeTold(told: Told, path: string, named: string | undefined): Promise<string[]> {
  if (!named && told.refusedRows.length === 0) return []
  const to = named ?? besideFile(path)
  try {
    await writeFile(to, csvOf(told))
    return [`Every row refused or to look at is in ${to}.`]
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return [`We could not write the refused rows to ${to}${why}. Name another file with --refused.`]
  }
}

/** Beside `schools.csv`: `schools.refused.csv`. */
function besideFile(path: string) {
  const { dir, name } = parse(path)
  return join(dir, `${name}.refused.csv`)
}

function csvOf({ refusedRows, reviewRows }: Told): string {
  const as = (outcome: string) => (row: ToldRow) => ({ ...row, outcome })
  const rows = [...refusedRows.map(as('refused')), ...reviewRows.map(as('to look at'))]
  const lines = rows
    .sort((a, b) => a.line - b.line)
    .map(({ line, ref, outcome, field, reason }) => [line, ref, outcome, field, reason].map(cell).join(','))
  return `${['line,ref,outcome,field,reason', ...lines].join('\r\n')}\r\n`
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
function cell(value: string | number | null) {
  const text = String(value ?? '')
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
