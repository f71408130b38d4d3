import { createHash } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { examine, openStore } from '@wirearchy/db'
import { bareSqlite, scratchFolder } from '@wirearchy/db/testing'
import { beforeAll, expect, it } from 'vitest'
import { flipBit } from './bits.ts'
import { demoWorld } from './demo-world.ts'
import { dice, figure, size } from './sizes.ts'

const FLIPS = size('FLIPS', 25)

const folder = scratchFolder()
const whole = join(folder, 'whole.db')

beforeAll(() => demoWorld(`file:${whole}`), 300_000)

/** What every table says, and what history and the ledger say; null when SQLite itself cannot read it. */
function contentsOf(path: string): { all: string; history: string } | null {
  try {
    const client = bareSqlite(path, { readonly: true })
    try {
      const named = client.prepare(
        `select name from sqlite_master where type = ? and name not like 'sqlite_%' order by 1`,
      )
      const tables = named.pluck().all('table') as string[]
      const guards = new Set(named.pluck().all('trigger'))
      const [all, history] = [createHash('sha256'), createHash('sha256')]
      for (const table of tables) {
        const isHistory = guards.has(`${table}_never_deleted`)
        for (const row of client.prepare(`select * from "${table}" order by 1`).raw().iterate()) {
          all.update(JSON.stringify(row))
          if (isHistory) history.update(JSON.stringify(row))
        }
      }
      return { all: all.digest('hex'), history: history.digest('hex') }
    } finally {
      client.close()
    }
  } catch {
    return null
  }
}

/** Whether one of SQLite's own checks finds anything. */
function pragmaNotices(path: string, check: 'quick_check' | 'integrity_check'): boolean {
  try {
    const client = bareSqlite(path, { readonly: true })
    try {
      return client.pragma(check, { simple: true }) !== 'ok'
    } finally {
      client.close()
    }
  } catch {
    return true
  }
}

function verifyNotices(path: string, quick = false): boolean {
  try {
    return examine(`file:${path}`, { quick }).findings.length > 0
  } catch {
    return true
  }
}

/** Opening the store, and the quick look that a server has taken in the background when it starts. */
async function bootNotices(path: string): Promise<boolean> {
  try {
    const store = openStore(`file:${path}`)
    await store.close()
    return verifyNotices(path, true)
  } catch {
    return true
  }
}

it(`notices every one of ${FLIPS} flipped bits that changes what history says`, {
  timeout: 120_000 + FLIPS * 5_000,
}, async () => {
  const truth = contentsOf(whole)
  expect(truth).not.toBeNull()
  expect(examine(`file:${whole}`).findings).toEqual([])
  const { below } = dice()
  const noticed = { reads: 0, boot: 0, 'quick check': 0, 'integrity check': 0, verify: 0 }
  const slipped: number[] = []
  let [changed, elsewhere, elsewhereNoticed] = [0, 0, 0]
  const copy = join(folder, 'flipped.db')
  for (let flip = 0; flip < FLIPS; flip += 1) {
    copyFileSync(whole, copy)
    const at = flipBit(copy, below)
    const said = contentsOf(copy)
    const isNoticed = verifyNotices(copy)
    if (said === null) noticed.reads += 1
    else if (said.history !== truth?.history) {
      changed += 1
      if (!isNoticed) slipped.push(at)
    } else if (said.all !== truth?.all) {
      elsewhere += 1
      if (isNoticed) elsewhereNoticed += 1
    }
    if (isNoticed) noticed.verify += 1
    if (pragmaNotices(copy, 'quick_check')) noticed['quick check'] += 1
    if (pragmaNotices(copy, 'integrity_check')) noticed['integrity check'] += 1
    if (await bootNotices(copy)) noticed.boot += 1
    for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true })
  }
  const share = (n: number) => `${Math.round((100 * n) / FLIPS)} %`
  figure(
    'R17 flipped bits',
    `${FLIPS} flips noticed by ${Object.entries(noticed)
      .map(([by, n]) => `${by} ${share(n)}`)
      .join(
        ', ',
      )}, the backup’s manifest 100 %; ${changed} changed what history says, ${slipped.length} of those slipped past verify; ${elsewhere} changed what is no history, ${elsewhereNoticed} of those noticed`,
  )
  expect(slipped, 'offsets of flips that changed history unnoticed').toEqual([])
})
