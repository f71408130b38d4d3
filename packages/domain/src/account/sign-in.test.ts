import { people, sessions, signInCodes } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishCode, readSession, startSignIn, startSignUp } from './index.ts'
import { houseWithDoor } from './testing.ts'

let house: ReturnType<typeof houseWithDoor>
beforeEach(() => {
  house = houseWithDoor()
})
afterEach(() => house.close())

const email = 'ana@home.example'

describe('signing in with a code', () => {
  it('lets a member in with the code from the letter, however the address was typed', async () => {
    const ana = await house.member('Ana', email)
    await startSignIn(house.door(), { email: ' Ana@Home.example' })
    const { to, subject, code } = await house.lastMail()
    expect([to, subject]).toEqual([email, `Your sign-in code is ${code.slice(0, 3)} ${code.slice(3)}`])
    const signed = await finishCode(house.door(), { email, code })
    expect(signed).toMatchObject({ personId: ana, isNew: false, shared: false })
    expect(await readSession(house.ctx(), signed.sessionToken)).toMatchObject({ personId: ana, name: 'Ana' })
  })

  it('tells an unknown address kindly how to get in, and does the same work for it', async () => {
    await startSignIn(house.door(), { email: 'stranger@home.example' })
    const { to, subject } = await house.lastMail()
    expect([to, subject]).toEqual(['stranger@home.example', 'Someone tried to sign in with this address'])
    expect(await house.store.read.select().from(signInCodes)).toHaveLength(1)
    expect(await house.store.read.select().from(people)).toHaveLength(0)
  })

  it('takes as many statements for a known address as for an unknown one', async () => {
    await house.member('Ana', email)
    const counted = async (address: string) => {
      const before = house.store.statements()
      await startSignIn(house.door(), { email: address })
      return house.store.statements() - before
    }
    await counted('warm@home.example')
    expect(await counted(email)).toBe(await counted('stranger@home.example'))
  })

  it('works once', async () => {
    await house.signIn(await named())
    const { code } = await house.lastMail()
    await expect(finishCode(house.door(), { email, code })).rejects.toMatchObject({ code: 'gone' })
  })

  it('gives one session to 200 tries with one code at once', async () => {
    await startSignIn(house.door(), { email: await named() })
    const { code } = await house.lastMail()
    const tries = Array.from({ length: 200 }, () => finishCode(house.door(), { email, code }))
    const results = await Promise.allSettled(tries)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await house.store.read.select().from(sessions)).toHaveLength(1)
  })

  it('is over after fifteen minutes', async () => {
    await startSignIn(house.door(), { email: await named() })
    const { code } = await house.lastMail()
    const later = house.door({ now: house.ctx().now + 15 * 60_000 })
    await expect(finishCode(later, { email, code })).rejects.toMatchObject({ code: 'gone' })
  })

  it('takes five wrong codes, then not even the right one', async () => {
    await startSignIn(house.door(), { email: await named() })
    const { code: right } = await house.lastMail()
    const wrong = right === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n += 1)
      await expect(finishCode(house.door(), { email, code: wrong })).rejects.toMatchObject({
        code: 'bad_input',
        field: 'code',
      })
    await expect(finishCode(house.door(), { email, code: right })).rejects.toMatchObject({ code: 'gone' })
  })

  it('still takes the first code when a second one was asked for', async () => {
    await startSignIn(house.door(), { email: await named() })
    const { code: first } = await house.lastMail()
    await startSignIn(house.door(), { email })
    expect((await finishCode(house.door(), { email, code: first })).isNew).toBe(false)
  })

  it('sends six letters an hour to one address, and then says to look for them', async () => {
    for (let n = 0; n < 6; n += 1) await startSignIn(house.door(), { email })
    await expect(startSignIn(house.door(), { email })).rejects.toThrow(/Look for the newest mail/)
    await startSignIn(house.door(), { email: 'ben@home.example' })
    await startSignIn(house.door({ now: house.ctx().now + 11 * 60_000 }), { email })
  })

  it('lets a lecture theatre of 400 behind one address ask at once', async () => {
    const all = Array.from({ length: 400 }, (_, n) =>
      startSignUp(house.door(), { email: `trainee${n}@home.example` }),
    )
    await Promise.all(all)
    expect(await house.store.read.select().from(signInCodes)).toHaveLength(400)
  })

  const named = async () => {
    await house.member('Ana', email)
    return email
  }
})

describe('signing up with a link', () => {
  it('makes one person for a new address, and none for one that is known', async () => {
    const ana = await house.member('Ana', email)
    await startSignUp(house.door(), { email })
    const again = await finishCode(house.door(), { email, code: (await house.lastMail()).code })
    expect(again).toMatchObject({ personId: ana, isNew: false })
    await startSignUp(house.door(), { email: 'ben@home.example', name: 'Ben O’Neill' })
    const fresh = await finishCode(house.door(), {
      email: 'ben@home.example',
      code: (await house.lastMail()).code,
    })
    expect(fresh.isNew).toBe(true)
    expect(await readSession(house.ctx(), fresh.sessionToken)).toMatchObject({ name: 'Ben O’Neill' })
  })

  it('refuses a mailbox that a whole office reads', async () => {
    for (const shared of [
      'head@school-a.sch.uk',
      'Office@school-a.sch.uk',
      'head.teacher@x.example',
      'info+1@x.example',
    ])
      await expect(startSignUp(house.door(), { email: shared })).rejects.toThrow(Problem)
    await startSignUp(house.door(), { email: 'heather@school-a.sch.uk' })
  })
})
