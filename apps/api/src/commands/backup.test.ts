import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { examine, sql } from '@wirearchy/db'
import { bareSqlite } from '@wirearchy/db/testing'
import { createAccount } from '@wirearchy/domain/account'
import { erase } from '@wirearchy/domain/person'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readEnv } from '../env.ts'
import { withHouseOf } from './command.ts'
import { commands } from './index.ts'

let folder: string
let said: string[]
const path = () => join(folder, 'data.db')
const url = () => `file:${path()}`

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirearchy-commands-'))
  said = []
  vi.stubEnv('DATABASE_URL', url())
  vi.stubEnv('DEMO', '1')
  for (const door of ['log', 'error'] as const)
    vi.spyOn(console, door).mockImplementation((line) => said.push(String(line)))
  await house((ctx) =>
    ctx.store.tx(async (tx) => {
      await createAccount(tx, ctx, { email: 'asha@example.com', name: 'Asha Rahman' })
      await createAccount(tx, ctx, { email: 'tom@example.com', name: 'Tom Whitaker' })
    }),
  )
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const house = (work: Parameters<typeof withHouseOf<void>>[1]) =>
  withHouseOf(readEnv(undefined, 'command'), work)

/** Runs a command as from a terminal. @returns its exit code, and what it said */
async function wirearchy(name: string, ...args: string[]) {
  said.length = 0
  const code = await commands.get(name)?.run(args)
  return { code, said: said.join('\n') }
}

const byHand = (statement: string) => {
  const hand = bareSqlite(path())
  hand.exec(statement)
  hand.close()
}

it('erases again whom the backup still knew, before anybody can open what was restored', async () => {
  const file = join(folder, 'monday.db')
  expect(await wirearchy('backup', file)).toMatchObject({ code: 0, said: expect.stringMatching(/2 people/) })
  await house(async (ctx) => {
    const [asha] = await ctx.store.read.rows<{ id: string }>(
      sql`select id from people where display_name = 'Asha Rahman'`,
    )
    await erase(ctx, { personId: asha?.id ?? '', reason: 'She asked' })
  })
  const { code, said: told } = await wirearchy('restore', file)
  expect([code, told]).toEqual([0, expect.stringMatching(/Erased again 1 people/)])
  await house(async (ctx) => {
    const names = await ctx.store.read.rows<{ name: string; why: string | null }>(sql`
      select p.display_name as name, (select e.reason from erasures e join ledger l on l.id = e.row_id
        where l.person_id = p.id) as why from people p order by p.no`)
    expect(names).toEqual([
      { name: 'A former member', why: 'She asked' },
      { name: 'Tom Whitaker', why: null },
    ])
  })
  expect(examine(url()).findings).toEqual([])
})

it('leaves with 1 and names the row when somebody changed history, until an operator stands by it', async () => {
  expect(await wirearchy('verify')).toMatchObject({ code: 0, said: expect.stringMatching(/is sound/) })
  byHand(`update people set display_name = 'Mallory' where no = 1`)
  const { code, said: told } = await wirearchy('verify', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(told).findings).toMatchObject([{ check: 'seals', table: 'people' }])
  expect((await wirearchy('verify', '--quick')).code).toBe(0)
  await expect(wirearchy('seal')).rejects.toThrow(/Say why/)
  expect((await wirearchy('seal', '--reason', 'A misspelt name')).code).toBe(0)
  expect((await wirearchy('verify')).code).toBe(0)
  await house(async (ctx) => {
    const entries = await ctx.store.read.rows(sql`select after from ledger where type = 'seals.renewed'`)
    expect(entries).toEqual([{ after: '{"reason":"A misspelt name","changed":1}' }])
  })
})

it('drills a restore of the newest backup, and leaves with 1 when the live history has shrunk since', async () => {
  await expect(wirearchy('drill restore')).rejects.toThrow(/no backup with a manifest.*npx wirearchy backup/)
  expect((await wirearchy('backup')).code).toBe(0)
  expect(existsSync(join(folder, 'backups'))).toBe(true)
  expect(await wirearchy('drill restore')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/0 findings[\s\S]*wholly checked[\s\S]*0 acts/),
  })
  byHand('drop trigger people_never_deleted; pragma foreign_keys = off; delete from people where no = 2')
  expect((await wirearchy('drill restore')).code).toBe(1)
})

it('backs up into the folder that was set', async () => {
  vi.stubEnv('BACKUP_DIR', join(folder, 'elsewhere'))
  mkdirSync(join(folder, 'elsewhere'))
  await wirearchy('backup')
  expect((await wirearchy('drill restore', '--json')).said).toMatch(/elsewhere.*"actsSince":0/)
})

it('takes no mistyped option and no second name for the file to write or to bring back', async () => {
  const copy = join(folder, 'copy.db')
  for (const command of ['backup', 'restore'])
    for (const args of [['--jason'], [copy, join(folder, 'more.db')]])
      await expect(wirearchy(command, ...args), `${command} ${args}`).rejects.toThrow(/Name one file/)
  expect(existsSync(copy)).toBe(false)
})

it('names the school that it does not know when somebody is to lead it', async () => {
  await expect(wirearchy('grant lead', 'asha@example.com', '99')).rejects.toThrow(
    'There is no school with the URN or id 99.',
  )
})
