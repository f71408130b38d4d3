import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Ctx, Problem } from '@wirearchy/domain'
import { type ImportResult, importSchools, type Progress, type ToldRow } from '@wirearchy/domain/school'

/** Where a command speaks: results to `stdout`, the bar and refusals to `stderr`. */
export interface Terminal {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown; isTTY?: boolean }
}

const OPTIONS = {
  json: { type: 'boolean' },
  'allow-shrink': { type: 'boolean' },
  refused: { type: 'string' },
} as const

const USAGE = 'Name the file: wirearchy import schools FILE [--json] [--allow-shrink] [--refused FILE].'

/**
 * `wirearchy import schools FILE`: with --json one line a stage, else a sentence at the end, and a bar on
 * a terminal meanwhile. --refused writes the refused rows to a CSV file of their own.
 * @returns 0 when every row came in, 1 when some were refused alone, 2 when the file was and nothing changed
 */
export async function importSchoolsCommand(ctx: Ctx, args: string[], io: Terminal): Promise<number> {
  const bar = args.includes('--json') || !io.stderr.isTTY ? null : progressBar(io)
  try {
    const { values, positionals } = read(args)
    const [path] = positionals
    if (!path || positionals.length > 1) throw new Problem('bad_input', USAGE)
    const isJson = values.json === true
    const result = await importSchools(ctx, {
      path,
      allowShrink: values['allow-shrink'] === true,
      onStage: isJson ? (stage) => io.stdout.write(`${JSON.stringify(stage)}\n`) : undefined,
      onProgress: bar?.show,
    })
    bar?.clear()
    if (values.refused) await writeFile(values.refused, csvOf(result.refusedRows))
    if (!isJson) io.stdout.write(summary(result))
    return result.refused > 0 ? 1 : 0
  } catch (error) {
    bar?.clear()
    if (!(error instanceof Problem)) throw error
    io.stderr.write(`${error.message}\n`)
    return 2
  }
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch {
    throw new Problem('bad_input', USAGE)
  }
}

const WIDTH = 30
const SAYS = { check: 'Checking the file', stage: 'Reading the schools', apply: 'Bringing them in' }

function progressBar(io: Terminal) {
  let last = ''
  return {
    show({ stage, done, total }: Progress) {
      const part = Math.min(1, done / Math.max(1, total))
      const full = '█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '░')
      const line = `\r${SAYS[stage].padEnd(20)} ${full} ${String(Math.floor(part * 100)).padStart(3)} %`
      if (line !== last) io.stderr.write(line)
      last = line
    },
    clear: () => last && io.stderr.write('\r\u001b[K'),
  }
}

const MOST_SHOWN = 10
const number = new Intl.NumberFormat('en-GB')

function summary(result: ImportResult): string {
  const seconds = result.stages.reduce((sum, stage) => sum + stage.seconds, 0)
  const n = (count: number) => number.format(count)
  const lines = [
    `${n(result.rows)} schools read in ${seconds.toFixed(1)} s: ${n(result.created)} new, ${n(result.updated)} changed, ` +
      `${n(result.unchanged)} unchanged, ${n(result.needsReview)} to look at, ${n(result.refused)} refused.`,
    ...shown('To look at', result.reviewRows),
    ...shown('Refused', result.refusedRows),
  ]
  if (result.absent > 0)
    lines.push(`${n(result.absent)} schools we know are not in this file. They stay as they were.`)
  return `${lines.join('\n')}\n`
}

function shown(title: string, rows: ToldRow[]): string[] {
  const lines = rows
    .slice(0, MOST_SHOWN)
    .map(
      ({ line, ref, field, reason }) =>
        `${title}: line ${line}${ref ? ` (${ref})` : ''}${field ? `, ${field}` : ''}: ${reason}`,
    )
  const more = rows.length - lines.length
  return more > 0 ? [...lines, `… and ${number.format(more)} more.`] : lines
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
function csvOf(rows: ToldRow[]): string {
  const cell = (value: string | number | null) => {
    const text = String(value ?? '')
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  }
  const lines = rows.map(({ line, ref, field, reason }) => [line, ref, field, reason].map(cell).join(','))
  return `${['line,urn,field,reason', ...lines].join('\r\n')}\r\n`
}
