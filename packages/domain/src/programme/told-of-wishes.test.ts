import { afterEach, beforeEach, expect, it } from 'vitest'
import * as programme from './index.ts'
import { programmeHouse } from './testing/programme-house.ts'

let house: Awaited<ReturnType<typeof programmeHouse>>
beforeEach(async () => {
  house = await programmeHouse('2026-01-05')
})
afterEach(() => house.close())

type Wishes = Record<string, string[]>
const MENTEES = ['Ana', 'Ben', 'Cy']
const held = { Ana: 'Grace', Ben: 'Grace', Cy: 'Hal' }

/** A programme of these people with these wishes; two lines are held so that every run comes out the same. */
async function wished(wishes: Wishes, fixes: Partial<typeof held>) {
  const programmeId = await house.gathered({ mentees: MENTEES, mentors: ['Grace', 'Hal'] })
  await programme.openWishes(house.as(house.lead), { programmeId, days: 3 })
  for (const [name, others] of Object.entries(wishes))
    await programme.saveWishes(house.by(name), {
      ...{ programmeId, wishes: others.map((other, at) => ({ personId: house.id(other), rank: at + 1 })) },
    })
  for (const [mentee, mentor] of Object.entries(fixes))
    await programme.addFix(house.as(house.lead), {
      ...{
        programmeId,
        menteeId: house.id(mentee),
        mentorId: house.id(mentor ?? ''),
        does: 'lock',
        reason: null,
      },
    })
  house.itIs('2026-02-02')
  return { programmeId, no: (await house.run(programmeId)).no }
}

/** Everything that a lead reads of a run and of what they do with it, but for the time it took and whose ids stand there. */
async function readBy({ programmeId, no }: { programmeId: string; no: number }) {
  const lead = house.as(house.lead)
  const change = { programmeId, no, menteeId: house.id('Cy'), mentorId: null, reason: 'By hand.' }
  const pages = [
    await programme.overridePair(lead, change),
    await programme.runPage(lead, { programmeId, no }),
    await programme.compareRuns(lead, { programmeId, one: no, other: no }),
    (await programme.programmePage(lead, { programmeId })).lead,
  ]
  return JSON.stringify(pages, (key, value) => (['ms', 'createdAt', 'id'].includes(key) ? 0 : value))
}

it('tells a lead who changes a pair by hand the same whatever the two and everybody else wish for', async () => {
  const all: Wishes[] = [
    { Ana: ['Hal'], Ben: ['Hal', 'Grace'], Cy: ['Grace'], Grace: ['Cy'], Hal: ['Ana', 'Ben'] },
    { Ana: ['Grace'], Ben: ['Grace'], Cy: ['Hal'], Grace: ['Ana', 'Ben'], Hal: ['Cy'] },
  ]
  const read: string[] = []
  for (const wishes of all) {
    read.push(await readBy(await wished(wishes, held)))
    await house.close()
    house = await programmeHouse('2026-01-05')
  }
  expect(read[0]).toContain('"byHand":1')
  const names = (text = '') => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
  expect(names(read[0])).toBe(names(read[1]))
})

it('says that nobody would rather have each other of those whom the lead neither holds nor changed', async () => {
  const { programmeId, no } = await wished({ Ana: ['Hal'] }, {})
  const page = await programme.runPage(house.as(house.lead), { programmeId, no })
  expect(page.figures).toMatchObject({ blockingPairs: 0, held: 0, byHand: 0 })
  const hold = { programmeId, menteeId: house.id('Ana'), mentorId: house.id('Grace'), reason: null }
  await programme.addFix(house.as(house.lead), { ...hold, does: 'lock' })
  expect((await house.run(programmeId)).figures).toMatchObject({ blockingPairs: null, held: 1, byHand: 0 })
})
