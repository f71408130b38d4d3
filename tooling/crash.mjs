// `npm run crash`: every drill at its full size, then one table of what each found.
// `npm run crash -- power --cuts 1000` runs one; a size may be given for each (`--help` names them).
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drills } from './crash/drills.mjs'
import { root } from './setup/machine.mjs'
import { tryStrace } from './setup/strace.mjs'

const options = Object.fromEntries(
  [...drills.flatMap(({ sizes }) => Object.keys(sizes)), 'seed'].map((name) => [name, { type: 'string' }]),
)
options.help = { type: 'boolean' }
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const unknown = positionals.find((name) => !drills.some((drill) => drill.name === name))
if (values.help || unknown) {
  if (unknown) console.error(`There is no drill "${unknown}".\n`)
  console.log(drills.map(help).join('\n'))
  process.exit(unknown ? 1 : 0)
}

const bin = (name) => join(root, 'node_modules', '.bin', name)
const folder = mkdtempSync(join(tmpdir(), 'wirearchy-crash-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

await tryStrace()
const chosen = drills.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const results = chosen.map(run)
console.log(`\n${results.map(row).join('\n')}`)
const failed = results.filter(({ verdict }) => verdict === 'FAILS').length
const skipped = results.filter(({ verdict }) => verdict === 'skipped').length
console.log(`\n${results.length - failed - skipped} hold, ${failed} do not, ${skipped} skipped`)
process.exitCode = failed > 0 ? 1 : 0

function run({ name, file, sizes }) {
  const [figures, report] = [join(folder, `${name}.lines`), join(folder, `${name}.json`)]
  const given = Object.entries({ ...sizes, seed: undefined }).map(([size, full]) => [
    size,
    values[size] ?? full,
  ])
  const settings = given
    .filter(([, value]) => value !== undefined)
    .map(([size, value]) => [size.toUpperCase().replaceAll('-', '_'), String(value)])
  const env = { ...process.env, ...Object.fromEntries(settings), CRASH_FIGURES: figures }
  console.log(`\n${name}${settings.map(([size, value]) => ` ${size}=${value}`).join('')}`)
  const args = [
    'run',
    `crash/${file}.test.ts`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const start = Date.now()
  const { status } = spawnSync(bin('vitest'), args, { cwd: join(root, 'tests'), env, stdio: 'inherit' })
  const seconds = Math.round((Date.now() - start) / 1000)
  return {
    name,
    seconds,
    verdict: verdictOf(status, report),
    figures: linesOf(figures),
    skips: skipsOf(report),
  }
}

function testsIn(report) {
  return existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap((file) => file.assertionResults)
    : []
}

/** A drill that nothing ran of is skipped, never passed. */
function verdictOf(status, report) {
  if (status !== 0) return 'FAILS'
  return testsIn(report).some((test) => test.status === 'passed') ? 'holds' : 'skipped'
}

function skipsOf(report) {
  return testsIn(report)
    .filter((test) => ['pending', 'skipped'].includes(test.status))
    .map((test) => `not run: ${test.title}`)
}

function linesOf(figures) {
  return existsSync(figures)
    ? readFileSync(figures, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
}

function row({ name, seconds, verdict, figures, skips }) {
  const lines = [...figures.map(({ goal, text }) => `${goal}: ${text}`), ...skips]
  const head = `${verdict.padEnd(8)} ${name.padEnd(12)} ${`${seconds} s`.padStart(7)}`
  return lines.map((line, n) => `${n === 0 ? head : ' '.repeat(head.length)}  ${line}`).join('\n') || head
}

function help({ name, proves, sizes }) {
  const given = Object.entries(sizes).map(([size, full]) => ` [--${size} ${full}]`)
  return `${name}${given.join('')}\n    ${proves}`
}
