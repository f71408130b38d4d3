/**
 * Durable writes: so many a second for so long, each acknowledged after its fsync, first without the seals and then
 * with them. `npm run bench:commits -- [writes a second] [seconds]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as rest } from 'node:timers/promises'
import { examine, migrate, openStore, personNames, type Store, sql } from '@wirearchy/db'
import { type Ctx, dayOf, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { createPerson } from '@wirearchy/domain/person'
import { figure } from './measure.ts'

const LIMITS = { p99: 50, loop: 25 }
const A_TURN_MS = 5
const rate = Number(process.argv[2] ?? 2_000)
const seconds = Number(process.argv[3] ?? 20)
const folder = mkdtempSync(join(tmpdir(), 'wirearchy-commits-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const bare = await measured('without seals', async (store) => {
  await store.tx(async (tx) => {
    const own = await tx.rows<{ name: string }>(
      sql`select name from sqlite_temp_master where type = 'trigger'`,
    )
    for (const { name } of own) await tx.exec(sql.raw(`drop trigger temp."${name}"`))
  })
})
const sealed = await measured('with seals', async () => {})
console.log(
  `a write costs ${figure(sealed.own)} µs of this process with its seals, ${figure(bare.own)} µs without: ${(sealed.own / bare.own).toFixed(2)} times as much`,
)
const found = examine(sealed.url).findings
const wrong = [
  ...(sealed.p99 > LIMITS.p99
    ? [`99 % are acknowledged within ${figure(sealed.p99)} ms, not ${LIMITS.p99}`]
    : []),
  ...(sealed.loop > LIMITS.loop ? [`the loop waits ${figure(sealed.loop)} ms, not ${LIMITS.loop}`] : []),
  ...found.slice(0, 3).map(({ sentence }) => sentence),
]
for (const line of wrong) console.error(line)
console.log(
  `${rate}/s for ${seconds} s: acknowledged p50 ${figure(sealed.p50)} ms, p99 ${figure(sealed.p99)} ms; ${wrong.length} limits missed`,
)
process.exitCode = wrong.length > 0 ? 1 : 0

/** Writes at the given rate, whether or not earlier writes are acknowledged yet. Each writes one name and its entry. */
async function measured(name: string, prepare: (store: Store) => Promise<void>) {
  const url = `file:${join(folder, `${name.replaceAll(' ', '-')}.db`)}`
  migrate(url)
  const store = openStore(url)
  const ctx = ctxOf(store)
  const personId = await store.tx((tx) => createPerson(tx, ctx, { name: 'Asha Rahman', source: 'seed' }))
  await prepare(store)
  const took: number[] = []
  const writes: Promise<void>[] = []
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const cpu = process.cpuUsage()
  const began = performance.now()
  for (let n = 0; n < rate * seconds; n += 1) {
    while (performance.now() - began < (n / rate) * 1000) await rest(A_TURN_MS)
    writes.push(write(store, ctx, personId).then((ms) => void took.push(ms)))
  }
  await Promise.all(writes)
  const lasted = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  loop.disable()
  await store.close()
  took.sort((one, other) => one - other)
  const at = (part: number) => took[Math.floor(part * (took.length - 1))] as number
  const figures = {
    p50: at(0.5),
    p99: at(0.99),
    loop: loop.percentile(99) / 1e6 - 5,
    own: (user + system) / took.length,
  }
  console.log(
    `${name}: ${figure(took.length / (lasted / 1000))}/s, acknowledged p50 ${figure(figures.p50)} ms, p99 ${figure(figures.p99)} ms; loop p99 ${figure(figures.loop)} ms`,
  )
  return { ...figures, url }
}

async function write(store: Store, ctx: Ctx, personId: string) {
  const began = performance.now()
  await store.tx(async (tx) => {
    const id = newId(ctx.now)
    const row = {
      id,
      personId,
      kind: 'previous' as const,
      fullName: 'Asha R.',
      startedOn: ctx.today,
      source: 'self',
    }
    await tx.insert(personNames).values(row)
    await record(tx, ctx, {
      type: 'person.renamed',
      personId,
      refs: { name: id },
      after: { name: 'Asha R.' },
    })
  })
  return performance.now() - began
}

function ctxOf(store: Store): Ctx {
  const now = Date.now()
  const people = { viewer: null, actor: 'system' as const, correlationId: 'bench', index: null }
  return { store, now, today: dayOf(now), ...people, origin: '', secret: '', demo: false }
}
