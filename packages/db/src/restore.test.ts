import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { backup, backupInto, backupsIn } from './backup.ts'
import { drillRestore } from './drill.ts'
import type { Erased } from './erased-since.ts'
import { noteErased } from './erasure-journal.ts'
import { manifestPath, readManifest } from './manifest.ts'
import { migrate } from './migrate.ts'
import { restore } from './restore.ts'
import { openStore } from './store.ts'
import { scratchFolder } from './testing.ts'
import { verify } from './verify/index.ts'

const home = scratchFolder()
let folder: string
let url: string
let copy: string
beforeEach(async () => {
  folder = mkdtempSync(join(home, 'one-'))
  url = `file:${join(folder, 'data.db')}`
  copy = join(folder, 'copies', 'one.db')
  migrate(url)
  await write('ana', 1)
})

const write = async (name: string, no: number) => {
  const store = openStore(url)
  const said = [
    `insert into people (id, no, display_name, created_at) values ('${name}', ${no}, '${name}', 0)`,
    `insert into ledger (seq, id, type, happened_on, recorded_at, actor_kind, refs) values (${no}, 'l${no}', 'person.made', '2025-01-01', 0, 'system', '{"person":"${name}"}')`,
    `insert into counters values ('ledger', ${no}), ('people', ${no}) on conflict do update set value = excluded.value`,
  ]
  await store.tx(async (tx) => {
    for (const statement of said) await tx.exec(sql.raw(statement))
  })
  await store.close()
}

const eraseAgain = async () => {
  throw new Error('Nobody was erased.')
}
const people = () => {
  const db = new Database(join(folder, 'data.db'))
  const names = db.prepare('select display_name from people order by no').pluck().all()
  db.close()
  return names
}

it('backs up under a name that appears only when all of it is there, with a manifest beside it', async () => {
  const made = backup(url, copy)
  expect(readdirSync(join(folder, 'copies')).sort()).toEqual(['one.db', 'one.db.manifest.json'])
  expect(readManifest(copy)).toEqual(made)
  expect(made).toMatchObject({ rows: { people: 1 }, ledger: { head: 1 } })
  expect(made.schema).toMatch(/^\d{4}_/)
  expect(() => backup(url, copy)).toThrow(/already exists/)
})

it('leaves nothing behind of a backup that cannot be made', () => {
  const db = new Database(join(folder, 'data.db'))
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  const bytes = readFileSync(join(folder, 'data.db'))
  bytes.fill(0xff, 4096 * 3, 4096 * 40)
  writeFileSync(join(folder, 'data.db'), bytes)
  expect(() => backup(url, copy)).toThrow()
  expect(readdirSync(join(folder, 'copies'))).toEqual([])
})

it('restores into place, keeping what was there beside it, each time under a name of its own', async () => {
  backup(url, copy)
  await write('ben', 2)
  expect((await restore(copy, url, { eraseAgain })).rows.people).toBe(1)
  expect(people()).toEqual(['ana'])
  await restore(copy, url, { eraseAgain })
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('data.db.'))
      .sort(),
  ).toEqual(['data.db.before-restore', 'data.db.before-restore-2'])
  expect(verify(url).people).toBe(1)
})

it('refuses to restore under a running server, then restores even in place of a damaged file', async () => {
  backup(url, copy)
  const server = new Database(join(folder, 'data.db'))
  server.exec(`insert into settings values ('x', 'y')`)
  await expect(restore(copy, url, { eraseAgain })).rejects.toThrow(/Stop the server/)
  server.close()
  writeFileSync(join(folder, 'data.db'), 'this is not a database any more')
  const said: string[] = []
  await restore(copy, url, { eraseAgain, say: (sentence) => said.push(sentence) })
  expect(people()).toEqual(['ana'])
  expect(said).toEqual([expect.stringMatching(/cannot be read, so only the journal/)])
})

it('restores where nothing is left', async () => {
  backup(url, copy)
  for (const name of readdirSync(folder)) if (name.startsWith('data.db')) rmSync(join(folder, name))
  await restore(copy, url, { eraseAgain })
  expect(people()).toEqual(['ana'])
})

it('refuses a backup of which one byte or the end differs, and changes nothing', async () => {
  backup(url, copy)
  await write('ben', 2)
  const bytes = readFileSync(copy)
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
  writeFileSync(copy, bytes)
  await expect(restore(copy, url, { eraseAgain })).rejects.toThrow(/not the file that was made/)
  truncateSync(copy, 4096)
  await expect(restore(copy, url, { eraseAgain })).rejects.toThrow(/4096 bytes/)
  rmSync(manifestPath(copy))
  await expect(restore(copy, url, { eraseAgain })).rejects.toThrow(/no manifest/)
  await expect(restore(join(folder, 'none.db'), url, { eraseAgain })).rejects.toThrow(/There is no backup/)
  expect(people()).toEqual(['ana', 'ben'])
})

it('refuses a backup in which somebody changed history, though its manifest fits', async () => {
  const hand = new Database(join(folder, 'data.db'))
  hand.exec(`update people set display_name = 'Mallory'`)
  hand.close()
  backup(url, copy)
  await expect(restore(copy, url, { eraseAgain })).rejects.toThrow(/Row ana of people was changed/)
  expect(readdirSync(folder)).not.toContain('data.db.restoring')
})

it('hands over whom to erase again before anybody can open what was restored', async () => {
  backup(url, copy)
  const store = openStore(url)
  await store.tx((tx) => tx.exec(sql`update people set status = 'anonymised', anonymised_at = 5`))
  await store.close()
  const asked: { url: string; gone: Erased[] }[] = []
  await restore(copy, url, {
    eraseAgain: async (at, gone) => {
      asked.push({ url: at, gone })
      expect(() => migrate(url, { patienceMs: 0 }), 'nobody opens it meanwhile').toThrow(/held by another/)
      const fresh = openStore(at)
      await fresh.tx((tx) => tx.exec(sql`update people set display_name = 'A former member'`))
      await fresh.close()
    },
  })
  expect(asked).toEqual([
    { url: `${url}.restoring`, gone: [{ personId: 'ana', reason: 'Erased before a restore' }] },
  ])
  expect(people()).toEqual(['A former member'])
})

it('erases again whom only the journal beside the backups knows, the database being lost', async () => {
  backup(url, copy)
  const journal = join(folder, 'copies')
  noteErased(journal, { personId: 'ana', reason: 'She asked' })
  noteErased(journal, { personId: 'somebody-later', reason: 'He asked' })
  appendFileSync(join(journal, 'erased.jsonl'), '{"personId":"cut o')
  rmSync(join(folder, 'data.db'))
  const asked: Erased[] = []
  await restore(copy, url, { eraseAgain: async (_, gone) => void asked.push(...gone), journal })
  expect(asked).toEqual([{ personId: 'ana', reason: 'She asked' }])
})

it('keeps as many nightly backups as it is told, and no other file', async () => {
  const nightly = join(folder, 'nightly')
  for (let n = 0; n < 3; n += 1) {
    backupInto(url, nightly, { keep: 2 })
    await new Promise((done) => setTimeout(done, 3))
  }
  backup(url, join(nightly, 'mine.db'))
  backupInto(url, nightly, { keep: 2 })
  const names = backupsIn(nightly).map(({ manifest }) => manifest.file.slice(0, 4))
  expect(names).toEqual(['wire', 'mine', 'wire'])
})

it('knows no backup that was left unfinished', () => {
  backup(url, copy)
  copyFileSync(copy, join(folder, 'copies', 'two.db.partial'))
  copyFileSync(copy, join(folder, 'copies', 'three.db'))
  copyFileSync(copy, join(folder, 'copies', 'four.db'))
  writeFileSync(manifestPath(join(folder, 'copies', 'four.db')), '{"file": "four')
  expect(backupsIn(join(folder, 'copies')).map(({ manifest }) => manifest.file)).toEqual(['one.db'])
})

const drill = () => {
  const [newest] = backupsIn(join(folder, 'copies'))
  if (!newest) throw new Error('There is no backup.')
  return drillRestore(url, newest, { scratch: folder })
}

it('drills a restore: says what a lost disk would cost, and leaves nothing behind', async () => {
  backup(url, copy)
  await write('ben', 2)
  await write('cem', 3)
  expect(drill()).toMatchObject({ findings: [], actsSince: 2 })
  expect(readdirSync(folder).filter((name) => name.includes('drill'))).toEqual([])
})

it('looks at the backup all the same on the day when the live database cannot be read', () => {
  backup(url, copy)
  writeFileSync(join(folder, 'data.db'), 'this is not a database any more, it is a few words in a file')
  for (const ending of ['-wal', '-shm']) rmSync(join(folder, `data.db${ending}`), { force: true })
  expect(drill()).toMatchObject({
    findings: [expect.stringMatching(/live database cannot be read/)],
    actsSince: null,
  })
})

it('finds in a drill that history was lost or rewritten since the backup', async () => {
  await write('ben', 2)
  backup(url, copy)
  rmSync(join(folder, 'data.db'))
  migrate(url)
  await write('eve', 1)
  expect(drill().findings).toEqual([
    expect.stringMatching(/has 1 rows of people, and the backup 2/),
    expect.stringMatching(/has 1 rows of ledger, and the backup 2/),
    expect.stringMatching(/no longer says at entry 2/),
  ])
  expect(existsSync(copy)).toBe(true)
})
