import { eq, sql, stints } from '@wirearchy/db'
import { type Day, newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addAddress,
  confirmAddress,
  daily,
  finishCode,
  myAddresses,
  removeAddress,
  type SessionCtx,
  startSignIn,
  startSignUp,
} from './index.ts'
import { houseWithDoor } from './testing.ts'

const work = 'ana@school-a.sch.uk'
const home = 'ana@home.example'

let house: ReturnType<typeof houseWithDoor>
beforeEach(() => {
  house = houseWithDoor('2025-11-03')
})
afterEach(() => house.close())

async function add(ctx: SessionCtx, email: string, kind?: 'personal' | 'work') {
  const now = { ...ctx, now: house.ctx().now }
  await addAddress(now, { email, kind })
  return confirmAddress(now, { email, code: (await house.lastMail()).code })
}

async function stay(personId: string, startedOn: Day) {
  const schoolId = await house.school('School A')
  return house.store.tx(async (tx) => {
    const id = newId(house.ctx().now)
    const facts = {
      personId,
      schoolId,
      startedOn,
      kind: 'employed',
      source: 'self',
      confidence: 'told',
    } as const
    await tx
      .insert(stints)
      .values({ id, no: await nextNo(tx, 'stints'), createdAt: house.ctx().now, ...facts })
    return id
  })
}
const endStay = (id: string, finishedOn: Day | null) =>
  house.store.tx(async (tx) => {
    await tx.update(stints).set({ finishedOn }).where(eq(stints.id, id))
  })
const liveOnes = async (ctx: SessionCtx) =>
  (await myAddresses(ctx)).addresses.filter(({ isLive }) => isLive).map(({ email }) => email)

describe('addresses', () => {
  it('are added with a code that goes to them, and each signs in', async () => {
    const ana = await house.member('Ana', home)
    const browser = await house.signIn(home)
    expect(await add(browser, 'Ana.Work@School-A.sch.uk')).toEqual({ email: 'ana.work@school-a.sch.uk' })
    expect((await house.signIn('ana.work@school-a.sch.uk')).viewer).toBe(ana)
    expect(await liveOnes(browser)).toEqual([home, 'ana.work@school-a.sch.uk'])
  })

  it('are refused when they are shared, or mine already', async () => {
    await house.member('Ana', home)
    const browser = await house.signIn(home)
    await expect(addAddress(browser, { email: 'office@school-a.sch.uk' })).rejects.toThrow(
      /several people read/,
    )
    await expect(addAddress(browser, { email: home })).rejects.toMatchObject({
      code: 'conflict',
      field: 'email',
    })
  })

  it('of somebody else cannot be taken, and the asker cannot tell that they are somebody’s', async () => {
    await house.member('Ana', home)
    await house.member('Ben', 'ben@home.example')
    const ben = await house.signIn('ben@home.example')
    expect(await addAddress(ben, { email: home })).toEqual({ email: home })
    const { to, subject, code } = await house.lastMail()
    expect([to, subject, code]).toEqual([home, 'Someone tried to add this address to their account', ''])
    expect(await addAddress(ben, { email: 'free@home.example' })).toEqual({ email: 'free@home.example' })
  })

  it('confirmed with another person’s code are not', async () => {
    await house.member('Ana', home)
    await house.member('Ben', 'ben@home.example')
    const [ana, ben] = [await house.signIn(home), await house.signIn('ben@home.example')]
    await addAddress({ ...ana, now: house.ctx().now }, { email: 'new@home.example' })
    const { code } = await house.lastMail()
    await expect(confirmAddress(ben, { email: 'new@home.example', code })).rejects.toMatchObject({
      code: 'gone',
    })
    expect(await confirmAddress(ana, { email: 'new@home.example', code })).toEqual({
      email: 'new@home.example',
    })
  })

  it('are taken off, but never the last personal one, and never the last of all', async () => {
    await house.member('Ana', home)
    const browser = await house.signIn(home)
    const only = (await myAddresses(browser)).addresses[0]
    await expect(removeAddress(browser, { addressId: only?.id ?? '' })).rejects.toThrow(
      /Add another address first/,
    )
    await add(browser, work, 'work')
    await expect(removeAddress(browser, { addressId: only?.id ?? '' })).rejects.toThrow(
      /another personal address/,
    )
    await add(browser, 'second@home.example')
    await removeAddress(browser, { addressId: only?.id ?? '' })
    await startSignIn(house.door(), { email: home })
    expect((await house.lastMail()).kind).toBe('unknown_address')
    const ben = await house.member('Ben', 'ben@home.example')
    const bens = await house.signIn('ben@home.example')
    const anas = (await myAddresses(browser)).addresses[0]
    await expect(removeAddress(bens, { addressId: anas?.id ?? '' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(bens.viewer).toBe(ben)
  })
})

describe('a work address', () => {
  it('belongs to the stay that goes on, signs in to the end of its last day, and not after', async () => {
    const ana = await house.member('Ana', home)
    const stint = await stay(ana, '2025-09-01')
    const browser = await house.signIn(home)
    await add(browser, work)
    expect((await myAddresses(browser)).addresses.find(({ email }) => email === work)?.school).toBe(
      'School A',
    )
    await endStay(stint, '2025-12-19')
    house.itIs('2025-12-19')
    expect((await house.signIn(work)).viewer).toBe(ana)
    house.itIs('2025-12-20')
    await startSignIn(house.door(), { email: work })
    expect((await house.lastMail()).kind).toBe('unknown_address')
    expect(await liveOnes({ ...browser, today: '2025-12-20' })).toEqual([home])
  })

  it('works again when the move is undone the next day, and is retired for good after that', async () => {
    const ana = await house.member('Ana', home)
    const stint = await stay(ana, '2025-09-01')
    await add(await house.signIn(home), work)
    await endStay(stint, '2025-12-19')
    house.itIs('2025-12-20')
    await house.store.tx((tx) => daily(tx, house.ctx()))
    await endStay(stint, null)
    expect((await house.signIn(work)).viewer).toBe(ana)
    await endStay(stint, '2025-12-19')
    house.itIs('2025-12-23')
    await house.store.tx((tx) => daily(tx, house.ctx()))
    await endStay(stint, null)
    await startSignIn(house.door(), { email: work })
    expect((await house.lastMail()).kind).toBe('unknown_address')
  })

  it('given to a stranger after her last day makes a new person, with nothing of hers', async () => {
    const { personId: ana } = await house.newcomer('Ana', work)
    const stint = await stay(ana, '2025-09-01')
    const browser = await house.signIn(work)
    expect((await myAddresses(browser)).needsPersonal).toBe(true)
    await add(browser, home)
    expect((await myAddresses(browser)).needsPersonal).toBe(false)
    await house.store.tx((tx) =>
      tx.exec(sql`update account_emails set stint_id = ${stint} where kind = 'work'`),
    )
    await endStay(stint, '2025-12-19')
    house.itIs('2026-01-05')
    await startSignUp(house.door(), { email: work, name: 'Andrew' })
    const stranger = await finishCode(house.door(), { email: work, code: (await house.lastMail()).code })
    expect(stranger).toMatchObject({ isNew: true })
    expect(stranger.personId).not.toBe(ana)
    expect((await house.signIn(home)).viewer).toBe(ana)
    expect((await house.signIn(work)).viewer).toBe(stranger.personId)
    const anas = (await myAddresses({ ...(await house.signIn(home)) })).addresses
    expect(anas.map(({ email, isLive }) => [email, isLive])).toEqual([
      [home, true],
      [work, false],
    ])
  })
})
