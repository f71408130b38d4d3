import { readFileSync } from 'node:fs'
import { eq, people, sessions, sql } from '@wirearchy/db'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  daily,
  endOtherSessions,
  endSession,
  finishCode,
  mySessions,
  readSession,
  signOut,
  startSignIn,
} from './index.ts'
import { sessionCookie, tokenIn } from './sessions.ts'
import { houseWithDoor } from './testing.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const email = 'ana@home.example'

let house: ReturnType<typeof houseWithDoor>
let begun: number
beforeEach(async () => {
  house = houseWithDoor()
  await house.member('Ana', email)
  begun = house.ctx().now
})
afterEach(() => house.close())

async function token(shared = false) {
  await startSignIn(house.door(), { email })
  return (await finishCode(house.door(), { email, code: (await house.lastMail()).code, shared })).sessionToken
}
const isAlive = async (value: string, after: number) =>
  (await readSession({ ...house.ctx(), now: begun + after }, value)) !== null

describe('a session', () => {
  it('lives on while it is used, and ends 30 days after it was not', async () => {
    const value = await token()
    expect(await isAlive(value, 29 * DAY)).toBe(true)
    expect(await isAlive(value, 58 * DAY)).toBe(true)
    expect(await isAlive(value, 87 * DAY)).toBe(true)
    const other = await token()
    expect(await isAlive(other, 31 * DAY)).toBe(false)
  })

  it('ends after 90 days, however much it is used', async () => {
    const value = await token()
    for (let day = 0; day < 90; day += 10) expect(await isAlive(value, day * DAY)).toBe(true)
    expect(await isAlive(value, 90 * DAY + MINUTE)).toBe(false)
  })

  it('on a shared computer ends after half an hour unused, and after a school day', async () => {
    const value = await token(true)
    for (let minutes = 0; minutes < 480; minutes += 20)
      expect(await isAlive(value, minutes * MINUTE)).toBe(true)
    expect(await isAlive(value, 481 * MINUTE)).toBe(false)
    expect(await isAlive(await token(true), 31 * MINUTE)).toBe(false)
  })

  it('is nowhere in the database: what a thief of the file finds opens nothing', async () => {
    const value = await token()
    const path =
      (await house.store.read.rows<{ file: string }>(sql`select file from pragma_database_list`))[0]?.file ??
      ''
    const bytes = ['', '-wal'].map((ending) => readFileSync(path + ending, 'latin1')).join('')
    expect(bytes).not.toContain(value)
    const [row] = await house.store.read.select().from(sessions)
    expect(await readSession(house.ctx(), row?.id ?? '')).toBeNull()
  })

  it('is a new one at each sign-in, and the one the browser had ends', async () => {
    const first = await house.signIn(email)
    await startSignIn(house.door(), { email })
    const { code } = await house.lastMail()
    await finishCode({ ...house.door(), sessionId: first.sessionId }, { email, code })
    const rows = await house.store.read.select().from(sessions)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.id).not.toBe(first.sessionId)
  })

  it('ends with the person: nobody is signed in as somebody who is gone', async () => {
    const value = await token()
    await house.store.tx(async (tx) => {
      await tx.update(people).set({ status: 'anonymised' }).where(eq(people.displayName, 'Ana'))
    })
    expect(await isAlive(value, MINUTE)).toBe(false)
  })

  it('travels in a cookie that scripts cannot read, bound to this host on https', () => {
    const line = sessionCookie('https://wirearchy.example', 'abc')
    expect(line).toBe('__Host-session=abc; HttpOnly; Max-Age=7776000; Path=/; SameSite=Lax; Secure')
    expect(sessionCookie('http://localhost:3000', 'abc', { shared: true })).toBe(
      'session=abc; HttpOnly; Path=/; SameSite=Lax',
    )
  })

  it('is found among other cookies, also broken ones, and never under another name', () => {
    const { ...ctx } = house.ctx()
    expect(tokenIn(ctx, 'theme=%; session=abc-_1; x=y')).toBe('abc-_1')
    for (const header of [
      undefined,
      '',
      'session=',
      'session=a%20b',
      '__Host-session=abc',
      'xsession=abc',
      'session=a; %=%',
    ])
      expect(tokenIn(ctx, header)).toBe(header?.endsWith('%=%') ? 'a' : null)
  })
})

describe('my sessions', () => {
  it('are listed with this browser first, and each can be ended, or all the others', async () => {
    const phone = await house.signIn(email)
    const laptop = await house.signIn(email)
    const staffRoom = await house.signIn(email, { shared: true })
    const listed = await mySessions(laptop)
    expect(listed.map(({ isThisOne, shared }) => [isThisOne, shared])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
    await endSession(laptop, { sessionId: phone.sessionId })
    expect(await mySessions(laptop)).toHaveLength(2)
    await endOtherSessions(laptop)
    expect((await mySessions(laptop)).map(({ id }) => id)).toEqual([laptop.sessionId])
    expect(staffRoom.sessionId).not.toBe(laptop.sessionId)
    await signOut(laptop)
    expect(await house.store.read.select().from(sessions)).toHaveLength(0)
  })

  it('are mine: another person’s is not found, in the same words as none', async () => {
    await house.member('Ben', 'ben@home.example')
    const [ana, ben] = [await house.signIn(email), await house.signIn('ben@home.example')]
    const refused = (sessionId: string) =>
      endSession(ben, { sessionId }).catch((error: Error) => error.message)
    expect(await refused(ana.sessionId)).toBe(await refused('none'))
    expect(await mySessions(ana)).toHaveLength(1)
  })

  it('that are over are forgotten in the night', async () => {
    await token()
    await house.store.tx((tx) => daily(tx, { ...house.ctx(), now: begun + 31 * DAY, today: '2026-02-05' }))
    expect(await house.store.read.select().from(sessions)).toHaveLength(0)
  })
})
