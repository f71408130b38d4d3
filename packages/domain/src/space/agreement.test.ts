import { mails, mentoringRequests } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { startChapter } from '@wirearchy/domain/mentoring'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { agree, finishMentoring, saveAgreement, spaceOf } from './index.ts'
import { Finish, SaveAgreement } from './input.ts'
import { anaAndMo, type PairHouse } from './testing.ts'

let w: PairHouse
beforeEach(async () => {
  w = await anaAndMo()
})
afterEach(() => w.house.close())

const save = (who: string, aims: string, rev: number, rest = {}) =>
  saveAgreement(
    w.house.as(who),
    SaveAgreement.parse({ mentorshipId: w.mentorshipId, aims, rhythm: 'weekly', rev, ...rest }),
  )
const seenBy = async (who: string) =>
  (await spaceOf(w.house.as(who), { mentorshipId: w.mentorshipId })).agreement

it('suggests a rhythm before anybody wrote anything, and counts nobody as agreed', async () => {
  expect(await seenBy(w.ana)).toEqual({
    ...{ aims: null, rhythm: 'fortnightly', stopping: null, unit: 'half_term', rev: 0, requestId: null },
    ...{ expectedFinishOn: '2026-01-26', iAgreed: false, theyAgreed: false },
  })
})

it('leads back to what was asked for, where the mentoring began with a request', async () => {
  const ask = { ...{ id: 'r1', askerId: w.ana, unit: 'question' as const }, need: 'How do I mark less?' }
  const rest = { topics: [], ways: [], soon: 'fortnight' as const, createdAt: w.house.as(w.ana).now }
  await w.house.store.tx((tx) => tx.insert(mentoringRequests).values({ ...ask, ...rest }))
  const unit = { unit: 'question' as const, startedOn: '2025-12-01', arrangedById: w.leadC }
  const mentorshipId = await w.house.store.tx((tx) =>
    startChapter(tx, w.house.as(w.leadC), { mentorId: w.leadC, menteeId: w.ana, requestId: 'r1', ...unit }),
  )
  for (const who of [w.ana, w.leadC])
    expect((await spaceOf(w.house.as(who), { mentorshipId })).agreement.requestId).toBe('r1')
})

it('takes Ana’s saving as her yes, and Mo’s comes with one tap', async () => {
  await save(w.ana, 'Calmer lessons', 0)
  expect(await seenBy(w.mo)).toMatchObject({ aims: 'Calmer lessons', iAgreed: false, theyAgreed: true })
  await agree(w.house.as(w.mo), { mentorshipId: w.mentorshipId, rev: 1 })
  await agree(w.house.as(w.mo), { mentorshipId: w.mentorshipId, rev: 1 })
  expect(await seenBy(w.ana)).toMatchObject({ iAgreed: true, theyAgreed: true })
  expect((await notices(w.house.as(w.ana))).map(({ kind }) => kind)).toEqual(['agreement.made'])
})

it('lets Ana’s yes lapse when Mo changes the words, and keeps it when he only says the same', async () => {
  await save(w.ana, 'Calmer lessons', 0)
  await save(w.mo, 'Calmer lessons', 1)
  expect(await seenBy(w.ana)).toMatchObject({ rev: 1, iAgreed: true, theyAgreed: true })
  await save(w.mo, 'Calmer lessons by Easter', 1)
  expect(await seenBy(w.ana)).toMatchObject({ rev: 2, iAgreed: false, theyAgreed: true })
})

it('overwrites nothing when both write at once: the later one is told, and the newer words stand', async () => {
  await save(w.ana, 'Calmer lessons', 0)
  await expect(save(w.mo, 'Less marking', 0)).rejects.toMatchObject({ code: 'conflict', field: 'aims' })
  expect(await seenBy(w.mo)).toMatchObject({ aims: 'Calmer lessons', rev: 1 })
  await save(w.mo, 'Calmer lessons, less marking', 1)
  expect(await seenBy(w.ana)).toMatchObject({ aims: 'Calmer lessons, less marking' })
})

it('takes no yes to words that have changed since they were read', async () => {
  await save(w.ana, 'Calmer lessons', 0)
  await save(w.ana, 'Calmer lessons by Easter', 1)
  const late = agree(w.house.as(w.mo), { mentorshipId: w.mentorshipId, rev: 1 })
  await expect(late).rejects.toMatchObject({ code: 'conflict' })
})

it('writes to Mo that there is something to read, and not a word of it', async () => {
  await save(w.ana, 'Calmer lessons', 0, { stopping: 'We say so on a Friday' })
  const letters = await w.house.store.read.select().from(mails)
  expect(letters.map(({ to, kind }) => [to, kind])).toEqual([['mo@example.com', 'agreement_changed']])
  expect(JSON.stringify(letters)).not.toMatch(/Calmer|Friday/)
})

it('is nobody else’s, and can no longer be changed once it has ended', async () => {
  for (const other of [w.ben, w.leadA, w.leadC])
    await expect(seenBy(other)).rejects.toMatchObject({ code: 'not_found' })
  await expect(save(w.leadA, 'More data', 0)).rejects.toMatchObject({ code: 'not_found' })
  await finishMentoring(w.house.as(w.ana), Finish.parse({ mentorshipId: w.mentorshipId, sentence: 'Bye.' }))
  await expect(save(w.mo, 'Once more', 0)).rejects.toMatchObject({ code: 'gone' })
})

it('goes on as a suggestion when Ana asks Mo anew: the words stand, and each says yes again', async () => {
  await save(w.ana, 'Calmer lessons', 0, { stopping: 'We say so' })
  await agree(w.house.as(w.mo), { mentorshipId: w.mentorshipId, rev: 1 })
  await finishMentoring(w.house.as(w.ana), Finish.parse({ mentorshipId: w.mentorshipId, sentence: 'Bye.' }))
  const anew = { mentorId: w.mo, menteeId: w.ana, unit: 'call' as const, arrangedById: w.mo }
  await w.house.store.tx((tx) => startChapter(tx, w.house.as(w.mo), { ...anew, startedOn: '2026-01-05' }))
  const words = { aims: 'Calmer lessons', rhythm: 'weekly', stopping: 'We say so', unit: 'call' }
  expect(await seenBy(w.ana)).toMatchObject({ ...words, iAgreed: false, theyAgreed: false })
  await agree(w.house.as(w.mo), { mentorshipId: w.mentorshipId, rev: 1 })
  expect(await seenBy(w.ana)).toMatchObject({ ...words, iAgreed: false, theyAgreed: true })
})
