/** The register at its real size: bringing it in, bringing it in again, and searching it. `npx tsx tests/bench/schools.bench.ts [schools]` */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openStore, type Store, schools } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { type ImportResult, importSchools, searchSchools } from '@wirearchy/domain/school'
import { figure } from './measure.ts'
import { writeRegister } from './register.ts'

const LIMITS = { first: 60, again: 15, memory: 300, writerWaits: 250, searchP50: 5 }
const size = Number(process.argv[2] ?? 52_000)
const folder = mkdtempSync(join(tmpdir(), 'wirearchy-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'establishments.csv')
const url = `file:${join(folder, 'bench.db')}`

await writeRegister(file, size)
console.log(`${size} schools, 135 columns, ${(statSync(file).size / 1e6).toFixed(1)} MB`)
migrate(url)
const store = openStore(url)
const first = await timed('first run', () => beside(url, () => importSchools(ctxOf(store), { path: file })))
const again = await timed('second run', () => importSchools(ctxOf(store), { path: file }))
const memory = process.resourceUsage().maxRSS / 1024
console.log(
  `peak memory ${memory.toFixed(0)} MB; database ${(statSync(join(folder, 'bench.db')).size / 1e6).toFixed(0)} MB`,
)
const search = await searches(ctxOf(store), await questions(store))
await store.close()

const over = [
  first.seconds > LIMITS.first && `the first run took over ${LIMITS.first} s`,
  again.seconds > LIMITS.again && `the second run took over ${LIMITS.again} s`,
  again.result.unchanged !== size && 'the second run did not find every row unchanged',
  first.result.waits.p99 > LIMITS.writerWaits &&
    `another writer waited over ${LIMITS.writerWaits} ms at the 99th percentile`,
  memory > LIMITS.memory && `memory went over ${LIMITS.memory} MB`,
  search > LIMITS.searchP50 && `half the searches took over ${LIMITS.searchP50} ms`,
].filter(Boolean)
console.log(over.length > 0 ? `Not held: ${over.join('; ')}.` : 'All limits held.')
process.exitCode = over.length > 0 ? 1 : 0

function ctxOf(on: Store): Ctx {
  const now = Date.now()
  const who = { viewer: null, actor: 'operator' as const, secret: '', demo: false, index: null }
  return { store: on, now, today: '2026-07-01', origin: 'http://localhost', correlationId: 'bench', ...who }
}

async function timed<T>(name: string, work: () => Promise<T>) {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${name}: ${seconds.toFixed(1)} s (processor ${((user + system) / 1e6).toFixed(1)} s) ${JSON.stringify(result, ['created', 'updated', 'unchanged', 'refused', 'waits', 'p50', 'p99', 'worst'])}`,
  )
  return { seconds, result }
}

/** The import, and meanwhile another process that writes a little every 50 ms: how long each write took. */
async function beside(at: string, work: () => Promise<ImportResult>) {
  const writer = fork(join(import.meta.dirname, 'small-writes.ts'), [at])
  await once(writer, 'message')
  const result = await work()
  writer.send('enough')
  const [took] = (await once(writer, 'message')) as [number[]]
  return { ...result, waits: spread(took) }
}

function spread(times: number[]) {
  const sorted = times.sort((a, b) => a - b)
  const at = (part: number) => Number(figure(sorted[Math.floor(part * (sorted.length - 1))] ?? 0))
  return { p50: at(0.5), p99: at(0.99), worst: at(1) }
}

/** What people type: beginnings of names, a name and a town, a postcode, a URN, and the commonest words there are. */
async function questions(on: Store): Promise<string[]> {
  const rows = await on.read.select().from(schools)
  const some = rows.filter((_, place) => place % Math.ceil(rows.length / 60) === 0)
  const typed = some.flatMap(({ name, town, postcode }, n) => [
    name,
    name.slice(0, 2 + (n % 9)),
    `${name.split(' ')[0]} ${town}`,
    postcode ?? '',
    String(100_000 + n),
  ])
  return [
    ...typed,
    'st',
    'sc',
    'primary',
    'primary school',
    'st marys',
    'academy st',
    'school high',
    'church of england',
  ]
}

async function searches(ctx: Ctx, typed: string[]): Promise<number> {
  const best: number[] = []
  for (const q of typed) {
    const times: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now()
      await searchSchools(ctx, { q })
      times.push(performance.now() - began)
    }
    best.push(Math.min(...times))
  }
  const { p50, p99, worst } = spread(best)
  console.log(`search, ${typed.length} questions: p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms`)
  return p50
}
