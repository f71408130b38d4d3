import type { Problem } from '@wirearchy/domain'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hashPassword, isPassword } from './hashing.ts'
import {
  mySessions,
  passwordSetAt,
  readSession,
  removePassword,
  setPassword,
  signInWithPassword,
} from './index.ts'
import { refuseWeak } from './password-rules.ts'
import { houseWithDoor } from './testing.ts'

const email = 'ana@home.example'
const password = 'otter lantern gravel'

let house: ReturnType<typeof houseWithDoor>
beforeEach(async () => {
  house = houseWithDoor()
  await house.member('Ana Okafor', email)
})
afterEach(() => house.close())

const withPassword = async () => {
  const ana = await house.signIn(email)
  await setPassword(ana, { password })
  return ana
}
const tryIn = (typed: string, more: { now?: number; ip?: string } = {}, address = email) =>
  signInWithPassword(house.door(more), { email: address, password: typed })

describe('a password', () => {
  it('signs in who set one, and is kept as argon2id with 19 MiB in two rounds', async () => {
    const ana = await withPassword()
    const { sessionToken } = await tryIn(password)
    expect(await readSession(house.ctx(), sessionToken)).toMatchObject({ personId: ana.viewer })
    expect((await house.accountOf(ana.viewer)).passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('is refused in the same words for a wrong one, an unknown address and an account without one', async () => {
    await withPassword()
    await house.member('Ben', 'ben@home.example')
    const words = async (address: string) =>
      tryIn('not this one', {}, address).catch((error: Error) => error.message)
    const said = await Promise.all([email, 'stranger@home.example', 'ben@home.example'].map(words))
    expect(new Set(said)).toEqual(
      new Set(['That address and password do not go together. Try again, or sign in with a code.']),
    )
  })

  it('counts to the byte, spaces and accents too', async () => {
    const ana = await house.signIn(email)
    await setPassword(ana, { password: ' Ffrwydr Llŵyd 🦦 ' })
    await expect(tryIn('Ffrwydr Llŵyd 🦦')).rejects.toMatchObject({ code: 'bad_input' })
    expect((await tryIn(' Ffrwydr Llŵyd 🦦 ')).isNew).toBe(false)
  })

  it('set or removed ends every other session, and a letter says so', async () => {
    const phone = await house.signIn(email)
    const laptop = await withPassword()
    expect(await mySessions(laptop)).toHaveLength(1)
    expect(phone.sessionId).not.toBe(laptop.sessionId)
    expect((await house.lastMail()).subject).toBe('Your password was set')
    expect(await passwordSetAt(laptop)).toBe(laptop.now)
    await house.signIn(email)
    await removePassword({ ...laptop, now: house.ctx().now })
    expect(await mySessions(laptop)).toHaveLength(1)
    expect((await house.lastMail()).subject).toBe('Your password was removed')
    await expect(tryIn(password)).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('may be tried ten times at once, then waits grow; nobody is locked out', async () => {
    await withPassword()
    for (let n = 0; n < 10; n += 1)
      await expect(tryIn('wrong wrong wrong')).rejects.toMatchObject({ code: 'bad_input' })
    await expect(tryIn(password)).rejects.toMatchObject({ code: 'too_many' })
    const soon = house.ctx().now + 6_000
    await expect(tryIn('wrong wrong wrong', { now: soon })).rejects.toMatchObject({ code: 'bad_input' })
    await expect(tryIn(password, { now: soon + 6_000 })).rejects.toMatchObject({ code: 'too_many' })
    expect((await tryIn(password, { now: soon + 11_000 })).isNew).toBe(false)
    expect((await tryIn(password, { now: soon + 11_001 })).isNew).toBe(false)
    await house.signIn(email)
  })

  it('guessed at across a thousand addresses from one place reaches the hashing a hundred times', async () => {
    const guesses = Array.from({ length: 1_000 }, (_, n) =>
      tryIn('wrong wrong wrong', {}, `guess${n}@home.example`),
    )
    const reasons = (await Promise.allSettled(guesses)).map((one) =>
      one.status === 'rejected' ? one.reason.code : 'in',
    )
    expect(reasons.filter((code) => code !== 'too_many')).toHaveLength(100)
    expect(reasons.filter((code) => code === 'in')).toHaveLength(0)
  }, 30_000)
})

describe('hashing', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('does two at a time; who waits five seconds is told to try again, and the next ones get their turn', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const first = [hashPassword('one'), hashPassword('two')]
    const third = hashPassword('three').catch((error: Problem) => error)
    vi.advanceTimersByTime(5_000)
    expect(await third).toMatchObject({ code: 'busy', message: expect.stringContaining('use a code') })
    const fourth = hashPassword('four')
    expect((await Promise.all(first)).every((hash) => hash.startsWith('$argon2id$'))).toBe(true)
    expect(await isPassword(await fourth, 'four')).toBe(true)
    expect(await isPassword(null, 'nobody has this password')).toBe(false)
  })
})

describe('a new password', () => {
  const verdict = (typed: string) => {
    try {
      refuseWeak(typed, ['Ana Okafor', 'Moorside High School', 'ana okafor home example'])
      return 'good'
    } catch (error) {
      return (error as Error).message
    }
  }

  it('may be anything long that guessers do not try first', () => {
    for (const typed of [
      'otter lantern gravel',
      'X9!kd02,qpZ-r',
      'mae hen wlad fy',
      '雨上がりの虹を見た朝の道',
      'correct horse battery staple',
    ])
      expect(verdict(typed)).toBe('good')
  })

  it('is refused when it is short, with the way out', () => {
    expect(verdict('9f!kQ2,zpX-')).toMatch(/12 characters or more/)
  })

  it('is refused when it is what everybody tries', () => {
    const tried = [
      'password1234',
      'Password2026!',
      'P4ssw0rd!!!!!',
      'liverpool1892',
      'qwertyuiop123',
      '123456789012',
      'abcdefghijkl',
      'aaaaaaaaaaaa',
      'sunshineprincess',
    ]
    for (const typed of [
      ...tried,
      'anaokafor2026',
      'OkaforMoorside1',
      'wirearchy-teacher',
      'passwordpassword',
    ])
      expect(verdict(typed), typed).not.toBe('good')
  })
})
