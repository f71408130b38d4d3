import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openStore, type Store, sql } from '@wirearchy/db'
import { type Ctx, dayOf } from '@wirearchy/domain'
import { beginSession } from '@wirearchy/domain/account'
import { seedProfession } from '@wirearchy/domain/cast'

/** Somebody whose pages are asked for: a session of theirs, and what they look at. */
export interface Reader {
  token: string
  /** People they are tied to. */
  people: string[]
  /** Where those people are, and, in turn with them, schools drawn from the whole register. */
  schools: string[]
}

export interface MeasuredWorld {
  databaseUrl: string
  people: number
  readers: Reader[]
}

/** The made profession in a database of its own, or the one at `given`, and sessions for some of its people. */
export async function makeWorld(given: string | undefined, people: number, readers: number) {
  const databaseUrl = given ?? `file:${join(scratch(), 'profession.db')}`
  migrate(databaseUrl)
  const store = openStore(databaseUrl)
  if ((await count(store)) === 0) console.log(await seedProfession(ctxOf(store), { people }))
  const world: MeasuredWorld = { databaseUrl, people: await count(store), readers: [] }
  for (const { personId, accountId } of await sample(store, readers)) {
    const facts = { accountId, personId, device: null, shared: false }
    const token = await store.tx((tx) => beginSession(tx, { ...ctxOf(store), sessionId: null }, facts))
    world.readers.push({ token, ...(await lookedAt(store, personId)) })
  }
  await store.close()
  return world
}

function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'wirearchy-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const count = async (store: Store) =>
  (await store.read.rows<{ n: number }>(sql`select count(*) as n from people`))[0]?.n ?? 0

/** People in post with an account, spread over the whole profession, the same ones at each run. */
const sample = (store: Store, many: number) =>
  store.read.rows<{ personId: string; accountId: string }>(sql`
    select account.person_id as "personId", account.id as "accountId" from accounts account
    join people someone on someone.id = account.person_id
    where exists (select 1 from stints there where there.person_id = someone.id and there.finished_on is null)
      and exists (select 1 from connections c where c.person_lo = someone.id)
    order by (someone.no * 7919) % 100003, someone.no limit ${many}`)

async function lookedAt(store: Store, personId: string) {
  const ties = await store.read.rows<{ id: string; school: string | null }>(sql`
    select c.person_hi as id, min(there.school_id) as school from connections c
    left join stints there on there.person_id = c.person_hi and there.finished_on is null
    where c.person_lo = ${personId} group by c.person_hi order by c.person_hi limit 10`)
  const [me] = await store.read.rows<{ no: number }>(sql`select no from people where id = ${personId}`)
  const strange = await store.read.rows<{ id: string }>(sql`
    select id from schools where kind = 'school' order by (no * 7919 + ${me?.no ?? 0} * 31) % 100003, no limit 10`)
  const schools = ties.flatMap(({ school }, n) => [school, strange[n]?.id]).filter((id) => id !== null)
  return { people: ties.map(({ id }) => id), schools: schools as string[] }
}

function ctxOf(store: Store): Ctx {
  const now = Date.now()
  return {
    ...{ store, now, today: dayOf(now), viewer: null, actor: 'operator', demo: true, index: null },
    ...{ origin: 'http://localhost', secret: 'not used here', correlationId: 'bench' },
  }
}
