import { openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { bareSqlite } from '@wirearchy/db/testing'
import { expect, it } from 'vitest'
import { flipBit } from './bits.ts'
import { wirearchy } from './command.ts'
import { folderFor, houseWith, keptIn, makeHeavy } from './house.ts'
import { acknowledgedIn } from './orders.ts'
import { killed, start } from './program.ts'
import { dice, figure, size } from './sizes.ts'

const MEGABYTES = size('MEGABYTES', 10)
const PER_SECOND = 200
const GOAL = { seconds: 60, p99: 200 }

const percentile = (times: number[], share: number) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * share)] ?? 0

it(`backs ${MEGABYTES} MB up while ${PER_SECOND} acts a second are written, with every act acknowledged before`, {
  timeout: 300_000 + MEGABYTES * 2_000,
}, async () => {
  const folder = folderFor('backup')
  const url = `file:${join(folder, 'data.db')}`
  const people = (await houseWith(200, url)).map(({ id }) => id)
  makeHeavy(join(folder, 'data.db'), MEGABYTES)
  const said = join(folder, 'acknowledged')
  const out = openSync(said, 'a')
  const all = () => acknowledgedIn(readFileSync(said, 'utf8'))
  const writing = start(
    'writer',
    { url, people, atOnce: 8, most: 1e6, run: 0, perSecond: PER_SECOND },
    { out },
  )
  while (all().length < PER_SECOND) await wait(20)
  const before = all()
  const copy = join(folder, 'copies', 'copy.db')
  const began = performance.now()
  const { code, error } = await wirearchy(['backup', copy], url)
  const seconds = (performance.now() - began) / 1000
  const during = all().slice(before.length)
  await killed(writing)
  expect(code, error).toBe(0)
  const { names, halves } = await keptIn(`file:${copy}`)
  const missing = before.filter(({ name }) => !names.has(name))
  const times = during.map(({ ms }) => ms)
  figure(
    'R25 backup while writing',
    `${Math.round(statSync(copy).size / 1e6)} MB in ${seconds.toFixed(1)} s (goal ${GOAL.seconds}); meanwhile ${during.length} acts, ${Math.round(during.length / seconds)} a second, p99 ${percentile(times, 0.99).toFixed(0)} ms (goal ${GOAL.p99}); ${missing.length} of ${before.length} acknowledged before are missing`,
  )
  expect([missing, halves]).toEqual([[], []])
  expect(during.length).toBeGreaterThan(0)
})

it('brings the newest backup back, wholly checked, and says what a lost disk would cost', {
  timeout: 300_000 + MEGABYTES * 2_000,
}, async () => {
  const folder = folderFor('restore')
  const path = join(folder, 'data.db')
  const url = `file:${path}`
  const people = (await houseWith(200, url)).map(({ id }) => id)
  makeHeavy(path, MEGABYTES)
  const copies = { BACKUP_DIR: join(folder, 'copies') }
  await write(url, people, 1, folder)
  const older = await wirearchy(['backup'], url, copies)
  await write(url, people, 2, folder)
  const newer = await wirearchy(['backup'], url, copies)
  await write(url, people, 3, folder)
  expect([older.code, newer.code]).toEqual([0, 0])

  const drill = await wirearchy(['drill', 'restore', '--json'], url, copies)
  const report = JSON.parse(drill.out)
  expect([drill.code, report.findings]).toEqual([0, []])
  const entriesThen = entriesIn(report.backup)
  expect(report.actsSince).toBe(entriesIn(path) - entriesThen)

  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
  const began = performance.now()
  const back = await wirearchy(['restore', report.backup], url, copies)
  const seconds = (performance.now() - began) / 1000
  expect(back.code, back.error).toBe(0)
  const { names, halves } = await keptIn(url)
  expect([names.size, halves, entriesIn(path)]).toEqual([60, [], entriesThen])
  figure(
    'R26 restore drill',
    `${Math.round(report.bytes / 1e6)} MB: back and wholly checked in ${(report.backMs / 1000).toFixed(1)} s, a lost disk replaced in ${seconds.toFixed(1)} s (RTO, goal 300); the ${report.actsSince} acts since the backup would be lost (RPO: the time between backups; 0 when the disk survives)`,
  )
})

it('refuses a backup that a single bit was flipped in, and keeps what was there', {
  timeout: 120_000,
}, async () => {
  const folder = folderFor('refuse')
  const path = join(folder, 'data.db')
  const url = `file:${path}`
  const people = (await houseWith(20, url)).map(({ id }) => id)
  await write(url, people, 1, folder)
  const copy = join(folder, 'copies', 'copy.db')
  expect((await wirearchy(['backup', copy], url)).code).toBe(0)
  const { below } = dice()
  flipBit(copy, below)
  await write(url, people, 2, folder)
  const drill = await wirearchy(['drill', 'restore', '--from', join(folder, 'copies')], url)
  const back = await wirearchy(['restore', copy], url)
  expect(drill.code).not.toBe(0)
  expect([back.code, back.error]).toEqual([2, expect.stringMatching(/is not the file that was made/)])
  expect((await keptIn(url)).names.size).toBe(60)
})

async function write(url: string, people: string[], run: number, folder: string) {
  const out = openSync(join(folder, 'said'), 'a')
  const writing = start('writer', { url, people, atOnce: 4, most: 30, run }, { out })
  while (writing.exitCode === null) await wait(5)
  expect(writing.exitCode).toBe(0)
}

function entriesIn(path: string): number {
  const client = bareSqlite(path, { readonly: true })
  try {
    return client.prepare('select max(seq) from ledger').pluck().get() as number
  } finally {
    client.close()
  }
}
