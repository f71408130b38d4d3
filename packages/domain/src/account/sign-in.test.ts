import { desc, mails, sessions, signInCodes } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DoorCtx, finishCode, giveAccount, readSession, startSignIn, startSignUp } from './index.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse()
})
afterEach(() => house.close())

const door = (ctx: Ctx = house.ctx()): DoorCtx => ({
  ...ctx,
  ip: '192.0.2.7',
  device: null,
  sessionId: null,
  accountId: null,
})

async function member(name: string, email: string) {
  const personId = await house.person(name)
  await house.store.tx((tx) => giveAccount(tx, house.ctx(), { personId, email }))
  return personId
}

const lastMail = async () => {
  const [mail] = await house.store.read.select().from(mails).orderBy(desc(mails.id)).limit(1)
  if (!mail) throw new Error('No mail was written.')
  return { ...mail, code: /\d{3} \d{3}/.exec(mail.subject)?.[0] ?? '' }
}

describe('signing in with a code', () => {
  it('lets a member in with the code from the letter, spaces and all', async () => {
    const ana = await member('Ana', 'ana@home.example')
    await startSignIn(door(), { email: ' Ana@Home.example' })
    const mail = await lastMail()
    expect([mail.to, mail.subject]).toEqual(['ana@home.example', `Your sign-in code is ${mail.code}`])
    const signed = await finishCode(door(), { email: 'ana@home.example', code: mail.code.replace(' ', '') })
    expect(signed).toMatchObject({ personId: ana, isNew: false, shared: false })
    expect(await readSession(house.ctx(), signed.sessionToken)).toMatchObject({ personId: ana, name: 'Ana' })
  })

  it('tells an unknown address kindly how to get in, and does the same work for it', async () => {
    await member('Ana', 'ana@home.example')
    await startSignIn(door(), { email: 'stranger@home.example' })
    expect(await lastMail()).toMatchObject({
      to: 'stranger@home.example',
      subject: 'Someone tried to sign in with this address',
    })
    expect(await house.store.read.select().from(signInCodes)).toHaveLength(1)
  })

  it('works once', async () => {
    await member('Ana', 'ana@home.example')
    await startSignIn(door(), { email: 'ana@home.example' })
    const code = (await lastMail()).code.replace(' ', '')
    await finishCode(door(), { email: 'ana@home.example', code })
    await expect(finishCode(door(), { email: 'ana@home.example', code })).rejects.toMatchObject({
      code: 'gone',
    })
  })

  it('gives one session to 200 tries with one code at once', async () => {
    await member('Ana', 'ana@home.example')
    await startSignIn(door(), { email: 'ana@home.example' })
    const code = (await lastMail()).code.replace(' ', '')
    const tries = Array.from({ length: 200 }, () => finishCode(door(), { email: 'ana@home.example', code }))
    const results = await Promise.allSettled(tries)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await house.store.read.select().from(sessions)).toHaveLength(1)
  })

  it('is over after fifteen minutes', async () => {
    await member('Ana', 'ana@home.example')
    await startSignIn(door(), { email: 'ana@home.example' })
    const code = (await lastMail()).code.replace(' ', '')
    const later = { ...house.ctx(), now: house.ctx().now + 15 * 60_000 }
    await expect(finishCode(door(later), { email: 'ana@home.example', code })).rejects.toMatchObject({
      code: 'gone',
    })
  })

  it('takes five wrong codes, then not even the right one', async () => {
    await member('Ana', 'ana@home.example')
    await startSignIn(door(), { email: 'ana@home.example' })
    const right = (await lastMail()).code.replace(' ', '')
    const wrong = right === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n += 1)
      await expect(finishCode(door(), { email: 'ana@home.example', code: wrong })).rejects.toMatchObject({
        code: 'bad_input',
        field: 'code',
      })
    await expect(finishCode(door(), { email: 'ana@home.example', code: right })).rejects.toMatchObject({
      code: 'gone',
    })
  })

  it('sends six letters an hour to one address, and then says to look for them', async () => {
    for (let n = 0; n < 6; n += 1) await startSignIn(door(), { email: 'ana@home.example' })
    await expect(startSignIn(door(), { email: 'ana@home.example' })).rejects.toThrow(
      /Look for the newest mail/,
    )
    await startSignIn(door(), { email: 'ben@home.example' })
  })
})

describe('signing up with a link', () => {
  it('makes one person for a new address, and none for one that is known', async () => {
    const ana = await member('Ana', 'ana@home.example')
    await startSignUp(door(), { email: 'ana@home.example' })
    const again = await finishCode(door(), {
      email: 'ana@home.example',
      code: (await lastMail()).code.replace(' ', ''),
    })
    expect(again).toMatchObject({ personId: ana, isNew: false })
    await startSignUp(door(), { email: 'ben@home.example', name: 'Ben O’Neill' })
    const fresh = await finishCode(door(), {
      email: 'ben@home.example',
      code: (await lastMail()).code.replace(' ', ''),
    })
    expect(fresh.isNew).toBe(true)
    expect(await readSession(house.ctx(), fresh.sessionToken)).toMatchObject({ name: 'Ben O’Neill' })
  })

  it('refuses a mailbox that a whole office reads', async () => {
    for (const email of ['head@school-a.sch.uk', 'Office@school-a.sch.uk', 'head.teacher@x.example'])
      await expect(startSignUp(door(), { email })).rejects.toThrow(Problem)
    await startSignUp(door(), { email: 'heather@school-a.sch.uk' })
  })
})
