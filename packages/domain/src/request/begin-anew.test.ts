import { agreements, eq, goals, mentorships, spaceNotes, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { ledgerAgrees } from '@wirearchy/domain/ledger'
import { myMentoring, pairOf, placesFree, startChapter, suggest } from '@wirearchy/domain/mentoring'
import { Suggest } from '@wirearchy/domain/mentoring/input'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { accept } from './index.ts'
import { type RequestHouse, requestHouse } from './testing.ts'

let house: RequestHouse
let [asha, grace] = ['', '']
let first = ''

/** Grace answers Asha's one question, from 5 January; its day is 19 January. */
beforeEach(async () => {
  house = requestHouse('2026-01-05')
  ;[asha, grace] = [await house.member('Asha'), await house.member('Grace')]
  await house.trainedTogether([asha, grace])
  await house.offers(grace, { question: 1, call: 1, half_term: 1 })
  first = await begin('question')
})
afterEach(() => house.close())

const begin = async (unit: 'question' | 'call' | 'half_term') => {
  const request = await house.asks(asha, [grace], { unit })
  return (await accept(house.as(grace), request)).mentorshipId ?? ''
}
const chapters = () =>
  house.store.read
    .select({ id: mentorships.id, finishedOn: mentorships.finishedOn, endReason: mentorships.endReason })
    .from(mentorships)
    .orderBy(mentorships.no)
const suggested = async () => {
  const wanted = { unit: 'call', topics: ['planning'], ways: ['online'], soon: 'fortnight' }
  return (await suggest(house.as(asha), Suggest.parse(wanted))).map(({ name }) => name)
}
const setTerms = (terms: Partial<typeof agreements.$inferInsert>) =>
  house.store.tx((tx) => tx.update(agreements).set(terms).where(eq(agreements.mentorshipId, first)))

it('lets Asha ask Grace anew the day after her question’s last, without anybody having ended it', async () => {
  house.itIs('2026-01-19')
  expect(await suggested()).toEqual([])
  await expect(house.asks(asha, [grace])).rejects.toMatchObject({ code: 'conflict' })
  house.itIs('2026-01-20')
  expect(await suggested()).toEqual(['Grace'])
  const next = await begin('call')
  expect(next).not.toBe(first)
})

it('closes the question on its day and opens the next chapter, with all that is in the first kept', async () => {
  await setTerms({ aims: 'Calm starts', mentorAgreedAt: 1, menteeAgreedAt: 1 })
  house.itIs('2026-02-02')
  const next = await begin('call')
  expect(await chapters()).toEqual([
    { id: first, finishedOn: '2026-01-19', endReason: 'finished' },
    { id: next, finishedOn: null, endReason: null },
  ])
  const terms = await house.store.read.select().from(agreements).orderBy(agreements.createdAt)
  expect(terms).toMatchObject([
    { unit: 'question', expectedFinishOn: '2026-01-19', aims: 'Calm starts', menteeAgreedAt: 1 },
    { unit: 'call', aims: 'Calm starts', menteeAgreedAt: null },
  ])
  const pair = await pairOf(house.store.read, house.as(asha), first)
  expect([pair.chapterIds, pair.current?.id]).toEqual([[first, next], next])
  expect((await myMentoring(house.as(asha))).mentors).toMatchObject([{ mentorshipId: next, unit: 'call' }])
  const free = (unit: 'question' | 'call') => placesFree(house.store.read, house.ctx(), grace, unit)
  expect([await free('question'), await free('call')]).toEqual([1, 0])
  expect((await ledgerAgrees(house.store.read)).differ).toEqual([])
})

it('closes what went on after its day when the two last wrote, and not by what one kept to themselves', async () => {
  const row = (on: string) => ({
    id: newId(1),
    mentorshipId: first,
    createdAt: Date.parse(`${on}T12:00:00Z`),
  })
  await house.store.tx(async (tx) => {
    await tx.insert(goals).values({ ...row('2026-01-23'), by: 'mentee', text: 'Calm starts' })
    await tx.insert(spaceNotes).values({ ...row('2026-01-28'), by: 'mentor', isPrivate: true, text: 'Mine' })
  })
  house.itIs('2026-02-02')
  await begin('half_term')
  expect((await chapters())[0]?.finishedOn).toBe('2026-01-23')
})

it('never lets the two chapters overlap, though they wrote on the very day of the new yes', async () => {
  house.itIs('2026-02-02')
  const goal = { id: newId(1), mentorshipId: first, by: 'mentee' as const, text: 'Calm starts' }
  await house.store.tx((tx) => tx.insert(goals).values({ ...goal, createdAt: house.ctx().now }))
  await begin('call')
  expect((await chapters())[0]?.finishedOn).toBe('2026-02-01')
})

it('can be begun anew as often as one asks: one chapter after the other', async () => {
  for (const day of ['2026-02-02', '2026-04-20', '2026-06-22']) {
    house.itIs(day)
    await begin('call')
  }
  const ends = (await chapters()).map(({ finishedOn }) => finishedOn)
  expect(ends).toEqual(['2026-01-19', '2026-03-09', '2026-05-19', null])
})

it('leaves longer units, and terms without a day, to the two: nobody is asked anew while they go on', async () => {
  const inTheWay = async (terms: Parameters<typeof setTerms>[0]) => {
    await setTerms(terms)
    house.itIs('2026-06-01')
    return (await suggested()).length === 0
  }
  expect(await inTheWay({ unit: 'half_term', expectedFinishOn: '2026-02-20' })).toBe(true)
  expect(await inTheWay({ unit: 'question', expectedFinishOn: null })).toBe(true)
  expect(await inTheWay({ unit: null, expectedFinishOn: '2026-02-20' })).toBe(true)
  expect(await inTheWay({ unit: 'question', expectedFinishOn: '2026-02-20' })).toBe(false)
})

it('leaves a school’s chapter to the school, though a call that was asked for in it is past its day', async () => {
  const ben = await house.member('Ben')
  const schoolId = await house.school('Moorside')
  const stay = async (personId: string, no: number) => {
    const row = { id: newId(no), no, personId, schoolId, kind: 'employed' as const, createdAt: 1 }
    const said = { source: 'self' as const, confidence: 'confirmed' as const, startedOn: '2025-09-01' }
    await house.store.tx((tx) => tx.insert(stints).values({ ...row, ...said }))
    return row.id
  }
  const stays = { mentorStintId: await stay(grace, 901), menteeStintId: await stay(ben, 902) }
  const two = { mentorId: grace, menteeId: ben }
  const held = {
    id: newId(1),
    no: 903,
    ...two,
    ...stays,
    kind: 'statutory' as const,
    startedOn: '2025-09-08',
  }
  await house.store.tx(async (tx) => {
    await tx.insert(mentorships).values({ ...held, createdAt: 1 })
    const terms = { unit: 'call' as const, expectedFinishOn: '2025-10-06', createdAt: 1, updatedAt: 1 }
    await tx.insert(agreements).values({ mentorshipId: held.id, ...terms })
  })
  await expect(house.asks(ben, [grace])).rejects.toMatchObject({ code: 'conflict' })
  const begun = { ...two, unit: 'half_term' as const, startedOn: '2026-01-05', arrangedById: grace }
  expect(await house.store.tx((tx) => startChapter(tx, house.ctx(), begun))).toBe(held.id)
  expect((await chapters()).find(({ id }) => id === held.id)).toMatchObject({ finishedOn: null })
})
