import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openStore, sql, verify } from '@wirearchy/db'
import { dayOf } from '@wirearchy/domain'
import { beginSession, createAccount } from '@wirearchy/domain/account'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { change, killed, startServer } from './server.ts'

const KILLS = Number(process.env.KILLS ?? 50)
const WRITERS = 6
const PORT = 20_000 + (process.pid % 20_000)
const folder = mkdtempSync(join(tmpdir(), 'wirearchy-kill-'))
const url = `file:${join(folder, 'data.db')}`
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tokens: string[] = []
beforeAll(async () => {
  migrate(url)
  const store = openStore(url)
  const now = Date.now()
  const ctx = {
    store,
    now,
    today: dayOf(now),
    viewer: null,
    actor: 'system' as const,
    origin: '',
    secret: 'x',
    demo: true,
    correlationId: 'x',
    index: null,
  }
  for (let n = 0; n < WRITERS; n += 1) {
    const made = await store.tx((tx) =>
      createAccount(tx, ctx, { email: `writer${n}@example.com`, name: `Writer ${n}` }),
    )
    const session = { ...made, device: null, shared: false }
    const door = { ...ctx, ip: '', device: null, sessionId: null, accountId: null }
    tokens.push(await store.tx((tx) => beginSession(tx, door, session)))
  }
  await store.close()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function untilMoreThan(acknowledged: Set<string>, size: number) {
  const patience = Date.now() + 20_000
  while (acknowledged.size <= size && Date.now() < patience) await wait(2)
}

const LETTERS = 'abcdefghij'
const word = (n: number) => String(n).replace(/\d/g, (digit) => LETTERS[Number(digit)] as string)

/** One browser that takes a new name again and again, until its server is gone. */
async function write(writer: number, next: () => string, acknowledged: Set<string>) {
  for (;;) {
    const name = next()
    if (!(await change(PORT, tokens[writer] as string, 'person.rename', { name, hidePrevious: false })))
      return
    acknowledged.add(name)
  }
}

it(`loses no acknowledged write and keeps none by half, killed ${KILLS} times while writing`, {
  timeout: 600_000,
}, async () => {
  const acknowledged = new Set<string>()
  let count = 0
  const next = () => `Name ${word(++count)}`
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await startServer(url, PORT)
    const writing = Array.from({ length: WRITERS }, (_, n) => write(n, next, acknowledged))
    await untilMoreThan(acknowledged, acknowledged.size + (kill % 5))
    await wait((kill * 37) % 60)
    await killed(server)
    await Promise.all(writing)
  }
  verify(url)
  const store = openStore(url)
  const kept = await store.read.rows<{ id: string; name: string; entries: number }>(sql`
    select n.id as id, n.full_name as name,
      (select count(*) from ledger l where l.type = 'person.renamed' and l.refs like '%' || n.id || '%') as entries
    from person_names n where n.full_name like 'Name %'`)
  const [entries] = await store.read.rows<{ n: number; last: number }>(
    sql`select count(*) as n, max(seq) as last from ledger`,
  )
  await store.close()
  const names = new Set(kept.map(({ name }) => name))
  expect(
    [...acknowledged].filter((name) => !names.has(name)),
    'acknowledged and lost',
  ).toEqual([])
  expect(
    kept.filter((row) => row.entries !== 1),
    'facts without exactly one entry',
  ).toEqual([])
  expect(entries?.n, 'ledger without a gap').toBe(entries?.last)
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS)
  console.log(`${KILLS} kills, ${acknowledged.size} acknowledged writes, ${kept.length} kept, 0 lost, 0 half`)
})
