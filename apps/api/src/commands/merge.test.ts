import { openStore } from '@wirearchy/db'
import { testDbUrl } from '@wirearchy/db/testing'
import { createAccount } from '@wirearchy/domain/account'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { commands } from './index.ts'

const said: string[] = []
beforeEach(async () => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  const url = testDbUrl()
  vi.stubEnv('DATABASE_URL', url)
  const store = openStore(url)
  const ctx = { ...NOBODY, store }
  for (const [name, email] of [
    ['Ana Lowe', 'ana@uni.example'],
    ['Ana Shah', 'ana@home.example'],
  ] as const)
    await store.tx((tx) => createAccount(tx, ctx, { name, email }))
  await store.close()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const NOBODY = {
  ...{ now: Date.UTC(2026, 0, 5), today: '2026-01-05', viewer: null, actor: 'system' as const, demo: false },
  ...{ origin: 'http://localhost:3000', secret: 's'.repeat(32), correlationId: 'test', index: null },
}
const run = (name: string, ...args: string[]) => commands.get(name)?.run(args)
const both = ['ana@uni.example', 'Ana@Home.example', '--reason', 'She wrote from both']

it('says what would be together, does it only with --yes, and takes it back', async () => {
  expect(await run('merge people', ...both)).toBe(0)
  expect(said.join('\n')).toMatch(
    /Stays:\n {2}Ana Shah[\s\S]*part of it:\n {2}Ana Lowe[\s\S]*Nothing has changed/,
  )
  expect(await run('merge people', ...both, '--yes')).toBe(0)
  const id = /merge undo (\S+)/.exec(said.join('\n'))?.[1] ?? ''
  await expect(run('merge people', ...both, '--yes')).rejects.toThrow(/one record already/)
  expect(await run('merge undo', id)).toBe(0)
  expect(said.at(-1)).toMatch(/two again/)
})

it('asks for both records and a reason, and names the address that is nobody’s', async () => {
  await expect(run('merge people', 'ana@uni.example')).rejects.toThrow(/say why/)
  await expect(run('merge people', 'zoe@home.example', ...both.slice(1))).rejects.toThrow(/nobody behind zoe/)
  await expect(run('merge undo')).rejects.toThrow(/Name the joining/)
  await expect(run('merge undo', 'mistyped')).rejects.toThrow(/No two records are one by mistyped/)
})
