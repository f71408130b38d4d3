import { people } from '@wirearchy/domain/network'
import { addStint, move } from '@wirearchy/domain/stint'
import { AddStint, Move } from '@wirearchy/domain/stint/input'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addAddress, confirmAddress, finishCode, type SessionCtx, startSignIn, startSignUp } from './index.ts'
import { houseWithDoor } from './testing.ts'

const work = 'ana@school-a.sch.uk'
const home = 'ana@home.example'

let house: ReturnType<typeof houseWithDoor>
beforeEach(() => {
  house = houseWithDoor('2025-12-01')
})
afterEach(() => house.close())

const codeFor = async (ctx: SessionCtx, email: string) => {
  await addAddress(ctx, { email })
  return (await house.lastMail()).code
}
const namesOf = async (viewer: string) =>
  (await people(house.as(viewer), {})).sections.flatMap((section) => section.people.map(({ name }) => name))

it('2. a school’s address given to a stranger signs in the stranger, who has none of her ties; she keeps them all', async () => {
  const [schoolA, schoolC] = [await house.school('School A'), await house.school('School C', 'Hull')]
  const { personId: ana } = await house.newcomer('Ana', work)
  const ben = await house.member('Ben', 'ben@home.example')
  await house.trainedTogether([ana, ben])
  await addStint(house.as(ana), AddStint.parse({ schoolId: schoolA, startedOn: '2025-09-01' }))
  const moving = Move.parse({ destination: 'school', schoolId: schoolC, startOn: '2026-01-05' })
  await expect(move(house.as(ana), moving)).rejects.toMatchObject({ field: 'personalAddress' })
  const browser = await house.signIn(work)
  await confirmAddress(browser, { email: home, code: await codeFor(browser, home) })
  await move(house.as(ana), moving)

  house.itIs('2026-01-04')
  expect((await house.signIn(work)).viewer).toBe(ana)
  house.itIs('2026-01-05')
  await startSignIn(house.door(), { email: work })
  expect((await house.lastMail()).kind).toBe('unknown_address')

  await startSignUp(house.door(), { email: work, name: 'Andrew' })
  const stranger = await finishCode(house.door(), { email: work, code: (await house.lastMail()).code })
  expect(stranger.isNew).toBe(true)
  expect(stranger.personId).not.toBe(ana)
  expect(await namesOf(stranger.personId)).toEqual([])
  expect((await house.signIn(work)).viewer).toBe(stranger.personId)
  expect((await house.signIn(home)).viewer).toBe(ana)
  expect(await namesOf(ana)).toEqual(['Ben'])
  expect(await namesOf(ben)).toEqual(['Ana'])
})
