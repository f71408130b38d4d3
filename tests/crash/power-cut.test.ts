import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { scratchFolder } from '@wirearchy/db/testing'
import { describe, expect, it } from 'vitest'
import { Disk } from './disk.ts'
import { folderFor, houseWith, keptIn } from './house.ts'
import { acknowledgedIn } from './orders.ts'
import { ended, start } from './program.ts'
import { dice, figure, size } from './sizes.ts'
import { missing } from './tools.ts'
import { type Act, actsIn, straceTo } from './trace.ts'

const CUTS = size('CUTS', 30)
const ACTS = size('ACTS', 250)
const ACKNOWLEDGED = 'acknowledged'

/** Lets a process write under strace. @returns the files before it began and everything it asked of the disk */
async function recorded(forgetful: boolean) {
  const folder = folderFor('power')
  const database = join(folder, 'disk', 'data.db')
  mkdirSync(join(folder, 'disk'))
  const people = (await houseWith(50, `file:${database}`)).map(({ id }) => id)
  const before = { 'data.db': readFileSync(database) }
  const [told, trace] = [join(folder, ACKNOWLEDGED), join(folder, 'trace')]
  const orders = { url: `file:${database}`, people, atOnce: 4, most: ACTS, run: 0, forgetful }
  const out = openSync(told, 'a')
  expect(await ended(start('writer', orders, { under: straceTo(trace), out }))).toBe(0)
  const acts = actsIn(readFileSync(trace, 'latin1'), told, database)
  rmSync(trace)
  return { before, acts }
}

/** Where the power goes: as many places as asked, in order, each between two acts. */
function places(acts: Act[], cuts: number, roll: ReturnType<typeof dice>): number[] {
  return Array.from({ length: cuts }, () => 1 + roll.below(acts.length)).sort((one, other) => one - other)
}

/** Cuts the power at each place, looks at what is left, and says what went wrong there. */
async function cut(recording: { before: Record<string, Buffer>; acts: Act[] }, cuts: number) {
  const roll = dice()
  const disk = new Disk(recording.before)
  const acknowledged: string[] = []
  const found = { cuts: 0, losing: 0, lost: 0, damaged: [] as string[] }
  let at = 0
  for (const place of places(recording.acts, cuts, roll)) {
    for (; at < place; at += 1) {
      const act = recording.acts[at] as Act
      if (act.kind === 'tell') acknowledged.push(...acknowledgedIn(act.text).map(({ name }) => name))
      else disk.do(act)
    }
    const { lost, fault } = await look(disk.afterCut(roll), acknowledged)
    found.cuts += 1
    found.lost += lost
    if (lost > 0) found.losing += 1
    if (fault) found.damaged.push(`cut after act ${place}: ${fault}`)
  }
  return { ...found, acknowledged: acknowledged.length }
}

const platter = scratchFolder()

async function look(files: Map<string, Buffer>, acknowledged: string[]) {
  const folder = mkdtempSync(join(platter, 'cut-'))
  for (const [name, bytes] of files) writeFileSync(join(folder, basename(name)), bytes)
  try {
    const { names, halves } = await keptIn(`file:${join(folder, 'data.db')}`)
    return { lost: acknowledged.filter((name) => !names.has(name)).length, fault: halves[0] ?? null }
  } catch (error) {
    return { lost: acknowledged.length, fault: (error as Error).message }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('a power cut', { timeout: 120_000 + CUTS * 3_000 }, () => {
  it(`loses no acknowledged act, wherever in ${CUTS} places it comes`, async ({ skip }) => {
    const lacks = missing('trace a program with strace')
    skip(lacks !== null, lacks ?? '')
    const recording = await recorded(false)
    const { cuts, losing, damaged, acknowledged } = await cut(recording, CUTS)
    figure(
      'R13 power cut',
      `${cuts} cuts in ${recording.acts.length} calls, ${acknowledged} acknowledged: ${losing} cuts lose, ${damaged.length} damage`,
    )
    expect(recording.acts.some((act) => act.kind === 'write' && act.file === 'data.db')).toBe(true)
    expect(damaged).toEqual([])
    expect(losing).toBe(0)
  })

  it('would be noticed by this drill if commits were not synced', async ({ skip }) => {
    const lacks = missing('trace a program with strace')
    skip(lacks !== null, lacks ?? '')
    const { cuts, losing, lost } = await cut(await recorded(true), CUTS)
    figure('R13 control, synced at checkpoints only', `${losing} of ${cuts} cuts lose, ${lost} acts in all`)
    expect(losing).toBeGreaterThan(cuts / 4)
  })
})
