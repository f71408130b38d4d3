import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backupInto, migrate } from '@wirearchy/db'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startCare } from './care.ts'
import { readEnv } from './env.ts'

const folder = mkdtempSync(join(tmpdir(), 'wirearchy-care-'))
const env = {
  ...readEnv({ DEMO: '1', DATABASE_URL: `file:${join(folder, 'data.db')}` }),
  demo: false,
  backupDir: join(folder, 'backups'),
}
let ran: string[]
let told: string[]
const run = (codes: Record<string, number> = {}) => ({
  run: (args: string[]) => {
    const command = args.join(' ')
    ran.push(command)
    if (command === 'backup') backupInto(env.databaseUrl, env.backupDir)
    return { ended: Promise.resolve({ code: codes[command] ?? 0, said: 'something' }), stop() {} }
  },
  tell: (command: string) => told.push(command),
})

beforeEach(() => {
  ;[ran, told] = [[], []]
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  migrate(env.databaseUrl)
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

it('looks at the file at the start, backs it up once a day, and brings each backup back', async () => {
  let now = Date.now()
  const { stop } = startCare(env, { ...run(), now: () => now })
  await vi.waitFor(() => expect(ran).toEqual(['verify --quick', 'backup', 'drill restore']))
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(ran).toHaveLength(3)
  now += 25 * 60 * 60_000
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  await vi.waitFor(() => expect(ran.slice(3)).toEqual(['backup', 'drill restore']))
  stop()
  expect(told).toEqual([])
})

it('tells the log what is wrong, and does not bring back a backup that was not made', async () => {
  const { stop, isSound } = startCare(env, run({ 'verify --quick': 1, backup: 2 }))
  expect(isSound()).toBe(true)
  await vi.waitFor(() => expect(told).toEqual(['verify --quick', 'backup']))
  stop()
  expect(isSound(), 'a damaged file is ready for nobody').toBe(false)
  expect(ran).toEqual(['verify --quick', 'backup'])
})

it('makes no backups where none are to be kept, and does nothing in the demo', async () => {
  const { stop } = startCare({ ...env, backupsKept: 0 }, run())
  startCare({ ...env, demo: true }, run())
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(ran).toEqual(['verify --quick'])
  stop()
})
