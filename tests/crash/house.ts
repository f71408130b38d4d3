import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openStore, sql, verify } from '@wirearchy/db'
import { bareSqlite } from '@wirearchy/db/testing'
import { type Ctx, dayOf } from '@wirearchy/domain'
import { beginSession, createAccount } from '@wirearchy/domain/account'
import { afterAll } from 'vitest'
import { word } from './orders.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder on a disk, gone when the drill is over. */
export function folderFor(drill: string): string {
  const folder = mkdtempSync(join(tmpdir(), `wirearchy-${drill}-`))
  folders.push(folder)
  return folder
}

export interface Member {
  id: string
  token: string
}

/** Makes a database at this address with so many people in it, each signed in once. */
export async function houseWith(count: number, url: string): Promise<Member[]> {
  migrate(url)
  const store = openStore(url)
  const now = Date.now()
  const house = { store, now, today: dayOf(now), viewer: null, origin: '', secret: 'x', demo: true }
  const ctx: Ctx = { ...house, actor: 'system', correlationId: 'x', index: null }
  const door = { ...ctx, ip: '', device: null, sessionId: null, accountId: null }
  const members = await store.tx(async (tx) => {
    const made: Member[] = []
    for (let n = 0; n < count; n += 1) {
      const account = await createAccount(tx, ctx, {
        email: `writer${n}@example.com`,
        name: `Writer ${word(n)}`,
      })
      const token = await beginSession(tx, door, { ...account, device: null, shared: false })
      made.push({ id: account.personId, token })
    }
    return made
  })
  await store.close()
  return members
}

/** What a database holds of the writing process's acts. */
export interface Kept {
  names: Set<string>
  /** Facts that stand without their entry in the ledger, entries without their fact, and gaps in its numbers. */
  halves: string[]
}

/**
 * Opens a database as the product does, with everything it checks, and reads what is there.
 * @throws when the file is damaged in any way that verify() knows
 */
export async function keptIn(url: string): Promise<Kept> {
  const store = openStore(url)
  try {
    const names = await store.read.rows<{ id: string; name: string }>(
      sql`select id, full_name as name from person_names where full_name like 'Name %'`,
    )
    const entries = await store.read.rows<{ id: string }>(
      sql`select refs ->> 'name' as id from ledger where type = 'person.renamed'`,
    )
    const [count] = await store.read.rows<{ n: number; last: number; renamed: number }>(
      sql`select count(*) as n, coalesce(max(seq), 0) as last, (select sum(rev) from people) as renamed from ledger`,
    )
    verify(url)
    return { names: new Set(names.map(({ name }) => name)), halves: halvesIn(names, entries, count) }
  } finally {
    await store.close()
  }
}

function halvesIn(
  names: { id: string; name: string }[],
  entries: { id: string }[],
  count: { n: number; last: number; renamed: number } | undefined,
): string[] {
  const told = new Set(entries.map(({ id }) => id))
  const written = new Set(names.map(({ id }) => id))
  return [
    ...names.filter(({ id }) => !told.has(id)).map(({ name }) => `${name} is in no entry`),
    ...entries
      .filter(({ id }) => !written.has(id))
      .map(({ id }) => `an entry tells of ${id}, which is not there`),
    ...(told.size === entries.length ? [] : ['a name was told of twice']),
    ...(count?.n === count?.last ? [] : [`${count?.n} entries are numbered up to ${count?.last}`]),
    ...(count?.renamed === names.length
      ? []
      : [`${names.length} names, and ${count?.renamed} changes of people`]),
  ]
}

/** Makes a database as heavy as one that has run for years: letters of 8 kB each, that nobody is sent. */
export function makeHeavy(path: string, megabytes: number) {
  const client = bareSqlite(path)
  const add = client.prepare(
    `insert into mails (id, "to", kind, subject, "text", created_at, dropped_at) values (?, 'a@example.com', 'x', 'x', ?, 0, 0)`,
  )
  const text = 'Dear reader, '.repeat(630)
  for (let n = 0; n < megabytes; n += 1)
    client.transaction(() => {
      for (let letter = 0; letter < 122; letter += 1) add.run(`heavy-${n}-${letter}`, text)
    })()
  client.close()
}
