import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verify } from '@wirearchy/db'
import { beginSession, createAccount } from '@wirearchy/domain/account'
import { afterAll, expect, it, vi } from 'vitest'
import { houseCtx } from './context.ts'
import { listening } from './testing/listening.ts'

const folder = mkdtempSync(join(tmpdir(), 'wirearchy-full-'))
const disk = join(folder, 'disk')
let isMounted = false

/** A disk of a few megabytes; the reason when there can be none here. */
function smallDisk(): string | null {
  try {
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], { stdio: 'pipe' })
    isMounted = true
    return null
  } catch {
    return 'only root may mount a small disk'
  }
}
afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', disk])
  rmSync(folder, { recursive: true, force: true })
})

type House = Awaited<ReturnType<typeof listening>>

async function signedInTo({ app }: House) {
  const ctx = { ...(await houseCtx(app.house)), ip: '', device: null, sessionId: null, accountId: null }
  return app.store.tx(async (tx) => {
    const made = await createAccount(tx, ctx, { email: 'asha@example.com', name: 'Asha' })
    return beginSession(tx, ctx, { ...made, device: null, shared: false })
  })
}

const rename = (house: House, token: string, name: string) =>
  house.ask('/trpc/person.rename', {
    method: 'POST',
    headers: {
      ...{ 'x-app': '1', 'content-type': 'application/json', origin: house.origin },
      cookie: `session=${token}`,
    },
    body: JSON.stringify({ name, hidePrevious: false }),
  })

/** Leaves no room at all. @returns a way to make room again */
function fill() {
  const { bavail, bsize } = statfsSync(disk)
  const ballast = join(disk, 'ballast')
  writeFileSync(ballast, Buffer.alloc(bavail * bsize, 1))
  return () => rmSync(ballast)
}

async function untilRefused(house: House, token: string) {
  for (let n = 0; n < 200; n += 1) {
    const answer = await rename(house, token, `Asha ${'abcdefghij'[n % 10]}${'x'.repeat(20)}`)
    if (answer.status !== 200) return answer
  }
  throw new Error('A full disk took two hundred changes.')
}

it('refuses a change on a full disk in a sentence, reads on, keeps its jobs, and recovers when there is room', {
  timeout: 60_000,
}, async ({ skip }) => {
  const reason = smallDisk()
  skip(reason !== null, reason ?? '')
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const url = `file:${join(disk, 'data.db')}`
  const house = await listening({ databaseUrl: url })
  house.app.startJobs()
  const token = await signedInTo(house)
  expect((await rename(house, token, 'Asha First')).status).toBe(200)
  const makeRoom = fill()
  const refused = await untilRefused(house, token)
  expect(refused.status).toBe(503)
  expect(JSON.parse(refused.text).error).toMatchObject({
    message: expect.stringMatching(/can’t save anything at the moment.*try again in a few minutes/),
    data: { problem: { code: 'busy' } },
  })
  const headers = { cookie: `session=${token}`, 'x-app': '1' }
  // Ten days on, each reading would also like to write that the session lives on.
  const late = Date.now() + 10 * 24 * 60 * 60_000
  house.app.house.clock = async () => late
  expect((await house.ask('/trpc/person.mine', { headers })).status, 'reading on').toBe(200)
  expect((await house.ask('/readyz')).status).toBe(503)
  expect((await house.ask('/healthz')).status).toBe(200)
  makeRoom()
  expect((await rename(house, token, 'Asha Again')).status, 'recovered').toBe(200)
  await vi.waitFor(async () => expect((await house.ask('/readyz')).status).toBe(200), { timeout: 5_000 })
  await house.close()
  expect(said.mock.calls.join('\n')).toContain('"store":"full"')
  said.mockRestore()
  expect(verify(url).people).toBe(1)
})
