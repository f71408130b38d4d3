/**
 * The register of schools at its real size brought in beside the running server: how long that takes, how much
 * memory, and how the pages answer meanwhile beside how they answer with nothing else going on.
 * `npm run bench:import -- --people 6000 --schools 52000`. Build first.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { figure } from './measure.ts'
import { type Address, asker } from './pages/ask.ts'
import { type Running, startServer } from './pages/server.ts'
import { makeWorld, type Reader } from './pages/world.ts'
import { writeRegister } from './register.ts'

const { values } = parseArgs({
  options: { people: { type: 'string', default: '6000' }, schools: { type: 'string', default: '52000' } },
})
const LIMITS = { seconds: 60, memory: 300, ratio: 2 }
const IDLE_MS = 20_000
const BETWEEN_MS = 20
const one = <Item>(items: Item[], n: number) => items[n % items.length] as Item
const PAGES: Address[] = [
  () => '/people',
  (reader, n) => `/people/${one(reader.people, n)}`,
  (reader, n) => `/schools/${one(reader.schools, n)}`,
]

const folder = mkdtempSync(join(tmpdir(), 'wirearchy-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'establishments.csv')
await writeRegister(file, Number(values.schools))
const world = await makeWorld(undefined, Number(values.people), 40)
const server = await startServer(world.databaseUrl)
try {
  const idle = await pagesUntil(server, world.readers, rest(IDLE_MS))
  const importing = importOf(file, world.databaseUrl)
  const beside = await pagesUntil(server, world.readers, importing)
  report(idle, beside, await importing)
} finally {
  await server.stop()
}

type Pages = Awaited<ReturnType<typeof pagesUntil>>
type Imported = Awaited<ReturnType<typeof importOf>>

/** Asks for pages one after another, as somebody reading does, until `end`. */
async function pagesUntil({ port, processor }: Running, readers: Reader[], end: Promise<unknown>) {
  const ask = asker(port)
  for (let n = 0; n < PAGES.length * 10; n += 1) await ask.once(one(readers, n), one(PAGES, n), n)
  let isEnd = false
  void end.finally(() => {
    isEnd = true
  })
  const before = processor()
  const times: number[] = []
  for (let n = 0; !isEnd; n += 1) {
    times.push((await ask.once(one(readers, n), one(PAGES, n), n)).ms)
    await rest(BETWEEN_MS)
  }
  ask.end()
  const sorted = times.sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] as number
  return { many: times.length, p50: at(0.5), p99: at(0.99), processor: (processor() - before) / times.length }
}

/** Brings the file in by the command line, in a process of its own. */
async function importOf(path: string, databaseUrl: string) {
  const cli = join(import.meta.dirname, '../../apps/api/dist/cli.js')
  const began = performance.now()
  const env = { ...process.env, DATABASE_URL: databaseUrl, DEMO: '1' }
  const child = spawn(process.execPath, [cli, 'import', 'schools', path, '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  let memory = 0
  child.stdout.on('data', (text) => {
    said += text
  })
  const watch = setInterval(() => {
    memory = Math.max(memory, peakOf(child.pid))
  }, 200)
  const [code] = (await once(child, 'close')) as [number]
  clearInterval(watch)
  if (code !== 0) throw new Error(`The import ended with ${code}.\n${said}`)
  return { seconds: (performance.now() - began) / 1000, memory, said }
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function report(idle: Pages, beside: Pages, { seconds, memory, said }: Imported) {
  const line = (name: string, { many, p50, p99, processor }: Pages) =>
    `${name}: ${many} pages, p50 ${figure(p50)} ms, p99 ${figure(p99)} ms, processor ${figure(processor)} ms a page`
  console.log(said.trim())
  console.log(line('nothing else', idle))
  console.log(line('beside the import', beside))
  const p99 = beside.p99 / idle.p99
  console.log(
    `import ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB at most; pages p50 × ${(beside.p50 / idle.p50).toFixed(2)}, ` +
      `p99 × ${p99.toFixed(2)}; ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`,
  )
  const over = [
    seconds > LIMITS.seconds && `the import took over ${LIMITS.seconds} s`,
    memory > LIMITS.memory && `it took over ${LIMITS.memory} MB`,
    p99 > LIMITS.ratio && `pages took over ${LIMITS.ratio} times as long at the 99th percentile`,
  ].filter(Boolean)
  console.log(over.length > 0 ? `Not held: ${over.join('; ')}.` : 'All limits held.')
  process.exitCode = over.length > 0 ? 1 : 0
}
