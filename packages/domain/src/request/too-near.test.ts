import { groupLeads, schoolLeads, stintRoles, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, asMentor } from './index.ts'
import { type RequestHouse, requestHouse } from './testing.ts'

let house: RequestHouse
let [asha, grace, tom, school] = ['', '', '', '']
let no = 1

/** Asha has asked Grace, and Tom after her. */
beforeEach(async () => {
  house = requestHouse('2026-01-05')
  ;[asha, grace, tom] = [await house.member('Asha'), await house.member('Grace'), await house.member('Tom')]
  await house.trainedTogether([asha, grace, tom])
  for (const mentor of [grace, tom]) await house.offers(mentor)
  school = await house.school('Moorside')
})
afterEach(() => house.close())

const worksAt = (personId: string) =>
  house.store.tx(async (tx) => {
    const stay = { id: newId(no), no: no++, personId, schoolId: school, kind: 'employed' as const }
    const said = { source: 'self' as const, confidence: 'confirmed' as const, createdAt: 1 }
    await tx.insert(stints).values({ ...stay, ...said, startedOn: '2026-01-05' })
    return stay.id
  })
const led = { grantedBy: 'operator', startedOn: '2026-01-05' }
const leads = (personId: string) =>
  house.store.tx((tx) =>
    tx.insert(schoolLeads).values({ ...led, id: newId(no++), personId, schoolId: school }),
  )
const states = (requestId: string) => house.states(requestId)
const MOVED_ON = {
  code: 'gone',
  message:
    'This request has moved on, and there is nothing left for you to do. Thank you for being there to ask.',
}

/** What may come between an asking and its answer. */
const SINCE: Record<string, () => Promise<unknown>> = {
  'leads the school where Asha has begun': () => Promise.all([worksAt(asha), worksAt(grace), leads(grace)]),
  'is an induction tutor where Asha has begun': async () => {
    await worksAt(asha)
    const role = { role: 'induction_lead' as const, startedOn: '2026-01-05', createdAt: 1 }
    const stintId = await worksAt(grace)
    await house.store.tx((tx) => tx.insert(stintRoles).values({ id: newId(no++), stintId, ...role }))
  },
  'leads Asha’s training group': async () => {
    const course = { startedOn: '2025-09-01', finishedOn: '2026-07-17' }
    const groupId = await house.trainedTogether([asha], course)
    await house.store.tx((tx) =>
      tx.insert(groupLeads).values({ ...led, id: newId(no++), personId: grace, groupId }),
    )
  },
  'works at the school that Asha leads': () => Promise.all([worksAt(asha), worksAt(grace), leads(asha)]),
}

describe('who was asked, and since', () => {
  it.each(Object.keys(SINCE))(
    '%s, has no yes to give: it goes to the next, and nobody is told why',
    async (what) => {
      const { requestId } = await house.asks(asha, [grace, tom])
      await SINCE[what]?.()
      await expect(accept(house.as(grace), { requestId })).rejects.toMatchObject(MOVED_ON)
      expect(await states(requestId)).toEqual(['closed', 'asked'])
      expect(await house.lettersTo(asha)).toEqual(['Your request has moved on'])
      await expect(accept(house.as(grace), { requestId })).rejects.toMatchObject(MOVED_ON)
      expect(await house.toldTo(asha)).toEqual(['request.apart'])
      expect(await asMentor(house.as(grace), { requestId })).toMatchObject({ need: null, isOpen: false })
      await accept(house.as(tom), { requestId })
    },
  )

  it('works at Asha’s school, has none where she asked for nobody of it, and else may say yes', async () => {
    const outside = await house.asks(asha, [grace], { outsideMySchool: true })
    await Promise.all([worksAt(asha), worksAt(grace)])
    await expect(accept(house.as(grace), outside)).rejects.toMatchObject(MOVED_ON)
    expect(await house.request(outside.requestId)).toMatchObject({ state: 'open', listDueOn: '2026-01-12' })
    await accept(house.as(grace), await house.asks(asha, [grace]))
  })
})

it('passes such a request on by itself the next morning', async () => {
  const { requestId } = await house.asks(asha, [grace, tom])
  await SINCE['leads the school where Asha has begun']?.()
  await house.itBecomes('2026-01-06')
  expect(await states(requestId)).toEqual(['closed', 'asked'])
})

it('takes the late yes away too from who let it pass', async () => {
  const { requestId } = await house.asks(asha, [grace, tom])
  await house.itBecomes('2026-01-13')
  await SINCE['leads the school where Asha has begun']?.()
  await expect(accept(house.as(grace), { requestId })).rejects.toMatchObject(MOVED_ON)
  expect(await states(requestId)).toEqual(['closed', 'asked'])
})

it('tells who asked one mentor alone neither whom it was nor why, in the letter and in the notice', async () => {
  const { requestId } = await house.asks(asha, [grace])
  await SINCE['leads the school where Asha has begun']?.()
  await house.itBecomes('2026-01-06')
  const [letter] = (await house.mailsTo(asha)).slice(-1)
  expect(letter).toMatchObject({ kind: 'mentoring_passed', subject: 'Your request has moved on' })
  expect(`${letter?.subject} ${letter?.line} ${letter?.text}`).not.toMatch(
    /Grace|one of the|did not|work out/i,
  )
  expect(letter?.aboutPersonId).toBeNull()
  expect(await house.request(requestId)).toMatchObject({ state: 'open' })
})
