import { giveAccount, setPassword } from '@wirearchy/domain/account'
import { createPerson } from '@wirearchy/domain/person'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { houseCtx } from './context.ts'
import { listening } from './testing/listening.ts'

const EACH = 60
const CLOSE_MS = 5

let house: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  house = await listening()
  for (let n = 0; n < EACH; n += 1) await member(`known${n}@home.example`)
})
afterAll(() => house.close())

async function member(email: string) {
  const ctx = await houseCtx(house.app.house)
  const personId = await house.app.store.tx((tx) => createPerson(tx, ctx, { name: 'Ana', source: 'seed' }))
  const accountId = await house.app.store.tx((tx) => giveAccount(tx, ctx, { personId, email }))
  return { ...ctx, viewer: personId, accountId, sessionId: 'none', ip: '', device: null }
}

async function ask(verb: string, input: object) {
  const headers = { 'x-app': '1', 'content-type': 'application/json', origin: house.origin }
  const begun = performance.now()
  const answer = await house.ask(`/trpc/account.${verb}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input),
  })
  const { date, 'content-security-policy': policy, ...rest } = answer.headers
  return { ms: performance.now() - begun, said: JSON.stringify([answer.status, rest, answer.text]) }
}
const median = (all: number[]) => all.sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0

describe('known and unknown addresses', () => {
  it('get the same answer to the byte and in the same time when they ask for a code', async () => {
    await ask('startSignIn', { email: 'warm@home.example' })
    const apart: number[] = []
    for (let n = 0; n < EACH; n += 1) {
      const [known, other] = [`known${n}@home.example`, `other${n}@home.example`]
      const [one, two] = [
        await ask('startSignIn', { email: known }),
        await ask('startSignIn', { email: other }),
      ]
      apart.push(one.ms - two.ms)
      expect(one.said.replace(known, '')).toBe(two.said.replace(other, ''))
    }
    expect(Math.abs(median(apart))).toBeLessThan(CLOSE_MS)
  }, 30_000)

  it('get the same answer to a wrong code and to a wrong password', async () => {
    const answers = async (email: string) => [
      (await ask('finishCode', { email, code: '000000' })).said,
      (await ask('signInWithPassword', { email, password: 'otter lantern gravel' })).said,
    ]
    const [known, other] = [await answers('known1@home.example'), await answers('other1@home.example')]
    expect(known).toEqual(other)
  })

  it('cost the same hashing, with and without a password', async () => {
    await setPassword(await member('strong@home.example'), { password: 'otter lantern gravel' })
    const times = { strong: [] as number[], other: [] as number[] }
    for (let n = 0; n < 9; n += 1) {
      times.strong.push(
        (await ask('signInWithPassword', { email: 'strong@home.example', password: 'no' })).ms,
      )
      times.other.push(
        (await ask('signInWithPassword', { email: `nobody${n}@home.example`, password: 'no' })).ms,
      )
    }
    // Without a hash an answer comes ten times sooner; four leaves room for a busy machine.
    expect(Math.min(...times.other)).toBeGreaterThan(Math.min(...times.strong) / 4)
    expect(Math.min(...times.other)).toBeLessThan(Math.min(...times.strong) * 4)
  }, 30_000)
})
