import { parseArgs } from 'node:util'
import { type Ctx, Problem } from '@wirearchy/domain'
import type { ImportFile, ImportResult, Stage, ToldRow } from '@wirearchy/domain/school'
import { type Followed, followRegister } from '@wirearchy/domain/school-change'
import { type Bar, progressBar } from './import-bar.ts'
import { writeTold } from './import-told.ts'

/** Where a command speaks: results to `stdout`, the bar and refusals to `stderr`. */
export interface Terminal {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown; isTTY?: boolean }
}

/** What every import of a register's file tells at its end. */
export type Imported = Omit<ImportResult, 'absent' | 'absentRefs'>

/** One kind of file that the terminal brings in. */
export interface Import<Result extends Imported> {
  usage: string
  run(ctx: Ctx, file: ImportFile, options: { scheme?: string }): Promise<Result>
  /** What came of it, in lines of text; `seconds` is the time of all steps. */
  summary(result: Result, seconds: number): string[]
}

const OPTIONS = {
  json: { type: 'boolean' },
  'allow-shrink': { type: 'boolean' },
  refused: { type: 'string' },
  scheme: { type: 'string' },
} as const

/**
 * Runs an import from the terminal and then works out what follows for schools: with --json one line a
 * step, else a bar on a terminal and sentences at the end. Refused rows go to a CSV file, with those to
 * look at: the one that --refused names, or one beside the file.
 * @returns 0 when every row came in, 1 when some were refused alone, 2 when the file was and nothing changed
 */
export async function importFile<Result extends Imported>(
  of: Import<Result>,
  ctx: Ctx,
  args: string[],
  io: Terminal,
): Promise<number> {
  const bar = args.includes('--json') || !io.stderr.isTTY ? null : progressBar(io.stderr)
  let isBegun = false
  try {
    const { values, positionals } = read(args, of.usage)
    const [path] = positionals
    if (!path || positionals.length > 1) throw usageProblem(of.usage)
    const told = values.json ? jsonLines(io) : null
    const onStage = (stage: Stage) => {
      isBegun ||= stage.stage === 'stage'
      told?.(stage)
    }
    const file = { path, allowShrink: values['allow-shrink'] === true, onStage, onProgress: bar?.show }
    const result = await of.run(ctx, file, values)
    bar?.clear()
    const rows = await writeTold(result, path, values.refused)
    if (!told) io.stdout.write(`${[...of.summary(result, secondsOf(result.stages)), ...rows].join('\n')}\n`)
    const isFollowed = await follow(ctx, result.importId, bar, told, io)
    return result.refused > 0 || !isFollowed ? 1 : 0
  } catch (error) {
    bar?.clear()
    if (!(error instanceof Problem) && !isBegun) throw error
    const rest = isBegun ? ' The import stopped part-way. Run it again: it carries on where it stopped.' : ''
    io.stderr.write(`${error instanceof Error ? error.message : error}${rest}\n`)
    return isBegun ? 1 : 2
  }
}

const usageProblem = (usage: string) => new Problem('bad_input', `Name the file: wirearchy ${usage}.`)

function read(args: string[], usage: string) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch {
    throw usageProblem(usage)
  }
}

type Told = (line: object) => void
const jsonLines =
  (io: Terminal): Told =>
  (line) =>
    io.stdout.write(`${JSON.stringify(line)}\n`)

const secondsOf = (stages: Stage[]) => stages.reduce((sum, { seconds }) => sum + seconds, 0)

/** The register is in by now; a fault here leaves it so, and the next run carries on. @returns whether it went well */
async function follow(ctx: Ctx, importId: string, bar: Bar | null, told: Told | null, io: Terminal) {
  const began = performance.now()
  try {
    const followed = await followRegister(ctx, { importId, onProgress: bar?.show })
    bar?.clear()
    const seconds = Math.round(performance.now() - began) / 1000
    if (told) told({ stage: 'changes', ...followed, seconds })
    else io.stdout.write(changesLine(followed))
    return true
  } catch (error) {
    bar?.clear()
    const why = error instanceof Error ? error.message : String(error)
    io.stderr.write(
      `The file is in, but what follows for schools could not be worked out: ${why} Run it again.\n`,
    )
    return false
  }
}

const number = new Intl.NumberFormat('en-GB')

function changesLine({ applied, needsReview, unchanged }: Followed): string {
  const n = (count: number) => number.format(count)
  if (applied + needsReview === 0) return ''
  const review = needsReview > 0 ? ' Look at those with: wirearchy schools review.' : ''
  return `What follows for schools: ${n(applied)} settled, ${n(needsReview)} to look at, ${n(unchanged)} as before.${review}\n`
}

const MOST_SHOWN = 10

/** The first few rows that a person should know of, in lines of text. */
export function shownRows(title: string, rows: ToldRow[]): string[] {
  const lines = rows
    .slice(0, MOST_SHOWN)
    .map(
      ({ line, ref, field, reason }) =>
        `${title}: line ${line}${ref ? ` (${ref})` : ''}${field ? `, ${field}` : ''}: ${reason}`,
    )
  const more = rows.length - lines.length
  return more > 0 ? [...lines, `… and ${number.format(more)} more.`] : lines
}

/** "1,924 schools read in 3.1 s: 1,924 new, …" */
export function countsLine(noun: string, result: Imported, seconds: number): string {
  const n = (count: number) => number.format(count)
  return (
    `${n(result.rows)} ${noun} read in ${seconds.toFixed(1)} s: ${n(result.created)} new, ${n(result.updated)} changed, ` +
    `${n(result.unchanged)} unchanged, ${n(result.needsReview)} to look at, ${n(result.refused)} refused.`
  )
}
