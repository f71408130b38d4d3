import { afterEach, beforeEach, expect, it } from 'vitest'
import * as programme from './index.ts'
import { programmeHouse } from './testing/programme-house.ts'

let house: Awaited<ReturnType<typeof programmeHouse>>
let programmeId = ''
beforeEach(async () => {
  house = await programmeHouse('2026-01-05')
  programmeId = await house.gathered({ mentees: ['Ana', 'Ben'], mentors: ['Grace'], startsOn: '2026-02-02' })
})
afterEach(() => house.close())

const ask = (name: string) =>
  programme.addPeople(house.as(house.lead), { programmeId, side: 'mentee', personIds: [house.id(name)] })
const lettersTo = async (name: string) =>
  (await house.letters()).filter(
    ({ personId, kind }) => personId === house.id(name) && kind === 'programme_asked',
  ).length
const mayBeAsked = async () =>
  (await programme.peoplePage(house.as(house.lead), { programmeId })).mentees.map(({ name }) => name)

it('asks nobody again who said no, however long ago, and says so without judging', async () => {
  await programme.leaveProgramme(house.by('Ben'), { programmeId })
  for (const day of ['2026-01-05', '2026-01-30']) {
    house.itIs(day)
    const again = ask('Ben')
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    await expect(again).rejects.toThrow('They can still join by themselves')
  }
  expect(await mayBeAsked()).toEqual([])
  expect(await lettersTo('Ben')).toBe(1)
})

it('lets who said no come back by themselves while it is open, and asks them nothing', async () => {
  await programme.leaveProgramme(house.by('Ben'), { programmeId })
  expect((await house.page('Ben', programmeId)).mine).toMatchObject({
    saidNo: true,
    hasJoined: false,
    side: 'mentee',
  })
  const { people } = await programme.peoplePage(house.as(house.lead), { programmeId })
  expect(people.map(({ name }) => name)).not.toContain('Ben')
  await house.say(programmeId, 'Ben')
  expect((await house.page('Ben', programmeId)).mine).toMatchObject({ saidNo: false, hasJoined: true })
  expect((await house.run(programmeId)).lines.map(({ mentee }) => mentee)).toEqual(['Ana', 'Ben'])
  await programme.leaveProgramme(house.by('Ben'), { programmeId })
  await programme.closeProgramme(house.as(house.lead), { programmeId })
  await expect(house.page('Ben', programmeId)).rejects.toMatchObject({ code: 'not_found' })
})

it('lets nobody back whom the lead took off, until they are asked anew, and writes of it once in a fortnight', async () => {
  const off = () => programme.removePerson(house.as(house.lead), { programmeId, personId: house.id('Ben') })
  await off()
  await expect(house.page('Ben', programmeId)).rejects.toMatchObject({ code: 'not_found' })
  await expect(house.say(programmeId, 'Ben')).rejects.toMatchObject({ code: 'not_found' })
  await ask('Ben')
  expect(await lettersTo('Ben')).toBe(1)
  expect((await house.page('Ben', programmeId)).mine).toMatchObject({ hasJoined: false })
  await off()
  house.itIs('2026-01-20')
  await ask('Ben')
  expect(await lettersTo('Ben')).toBe(2)
})
