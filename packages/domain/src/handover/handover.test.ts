import { handovers, mails } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { block } from '@wirearchy/domain/safety'
import { addGoal, addNote, finishMentoring, setStep } from '@wirearchy/domain/space'
import { Finish } from '@wirearchy/domain/space/input'
import { staff, startMentorship } from '@wirearchy/domain/stint'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { handoverOf, sayWords } from './index.ts'
import { handoverHouse } from './testing.ts'

let w: Awaited<ReturnType<typeof handoverHouse>>

/** Ana has moved from Ashfield, where Mo mentored her, to St Hild’s, where Nia teaches. */
beforeEach(async () => {
  w = await handoverHouse()
})
afterEach(() => w.house.close())

const of = (who: string, mentorshipId = w.mentorshipId) => handoverOf(w.house.as(who), { mentorshipId })
const at = (mentorshipId = w.mentorshipId) => ({ mentorshipId })
/** All of it: written, approved, and Nia is Ana’s mentor. */
const handedOver = async () => {
  await w.moved()
  await w.write('Year 9 are my hard class.')
  await w.approve(1)
  const next = await w.nextMentor()
  const id = (await of(w.nia, next)).pages[0]?.id ?? ''
  return { next, id, say: (who: string, text: string) => say(who, next, id, text) }
}
const say = (who: string, next: string, handoverId: string, text: string) =>
  sayWords(w.house.as(who), { ...at(who === w.nia ? next : w.mentorshipId), handoverId, words: text })

it('offers no page while the mentoring goes on, nor after one of the two ended it', async () => {
  expect((await of(w.ana)).mine).toBeNull()
  await expect(w.write('Too soon')).rejects.toMatchObject({ code: 'not_found' })
  await finishMentoring(w.house.as(w.ana), Finish.parse({ ...at(), sentence: 'Thanks.' }))
  expect((await of(w.ana)).mine).toBeNull()
})

it('begins Ana’s page with her open goals and their next steps, and with nothing of any note', async () => {
  const { goalId } = await addGoal(w.house.as(w.ana), { ...at(), text: 'Calmer starts' })
  await setStep(w.house.as(w.ana), { ...at(), goalId, text: 'Seating plan', whose: 'mentee' })
  await addNote(w.house.as(w.ana), { ...at(), text: 'I cried on Friday', audience: 'only_me' })
  await w.moved()
  const { mine } = await of(w.ana)
  expect(mine?.suggestion).toContain('Calmer starts. Next: Seating plan')
  expect(JSON.stringify(mine)).not.toContain('cried')
  expect((await of(w.mo)).mine).toBeNull()
})

it('keeps a draft to Ana alone, until she lets the two mentors read it', async () => {
  await w.moved()
  await w.write('Year 9 are my hard class.')
  const next = await w.nextMentor()
  for (const [who, id] of [
    [w.mo, w.mentorshipId],
    [w.nia, next],
  ] as const)
    expect(JSON.stringify(await of(who, id))).not.toContain('Year 9')
  await w.approve(1)
  expect((await of(w.mo)).pages).toMatchObject([{ as: 'mentor', text: 'Year 9 are my hard class.' }])
  expect((await of(w.nia, next)).pages).toMatchObject([{ as: 'next_mentor', mentor: 'Mo', mentee: 'Ana' }])
})

it('lets a mentor who is given to Ana later read it too, without anybody doing a thing', async () => {
  const { next } = await handedOver()
  expect((await of(w.nia, next)).pages).toMatchObject([
    { text: 'Year 9 are my hard class.', openUntil: '2026-01-26' },
  ])
})

it('makes other words a draft again', async () => {
  const { next } = await handedOver()
  await w.write('Year 8 too.', 1)
  expect((await of(w.nia, next)).pages).toEqual([])
  await expect(w.approve(1)).rejects.toMatchObject({ code: 'conflict' })
  await w.approve(2)
  expect((await of(w.nia, next)).pages).toMatchObject([{ text: 'Year 8 too.' }])
})

it('overwrites nothing that was written in another window', async () => {
  await w.moved()
  await w.write('First')
  await expect(w.write('Second')).rejects.toMatchObject({ code: 'conflict', field: 'text' })
  expect((await of(w.ana)).mine).toMatchObject({ text: 'First', rev: 1 })
})

it('lets nobody read it, and so nobody know of the move, before Ana’s last day is over', async () => {
  await w.house.moves(w.ana, { destination: 'school', schoolId: w.c, startOn: '2026-01-05' })
  expect((await of(w.ana)).mine).toMatchObject({ mayApprove: false })
  await w.write('Ahead of time')
  await expect(w.approve(1)).rejects.toMatchObject({ code: 'conflict' })
})

it('opens one thread for the three on the next mentor’s first day, and closes it two weeks later', async () => {
  await w.moved()
  await w.write('Year 9 are my hard class.')
  await w.approve(1)
  const id = (await of(w.ana)).pages[0]?.id ?? ''
  await expect(say(w.mo, '', id, 'Too soon')).rejects.toMatchObject({ code: 'gone' })
  const next = await w.nextMentor()
  await say(w.mo, next, id, 'She is good at questions.')
  await say(w.nia, next, id, 'Lovely, thank you.')
  await say(w.ana, next, id, 'Shall we three talk?')
  for (const [who, its] of [
    [w.ana, w.mentorshipId],
    [w.mo, w.mentorshipId],
    [w.nia, next],
  ] as const)
    expect((await of(who, its)).pages[0]?.words.map(({ name, text }) => [name, text])).toEqual([
      ['Mo', 'She is good at questions.'],
      ['Nia', 'Lovely, thank you.'],
      ['Ana', 'Shall we three talk?'],
    ])
  w.house.itIs('2026-01-26')
  await say(w.nia, next, id, 'Last day')
  w.house.itIs('2026-01-27')
  await expect(say(w.nia, next, id, 'A day late')).rejects.toMatchObject({ code: 'gone' })
  expect((await of(w.nia, next)).pages[0]).toMatchObject({ isOpen: false, text: 'Year 9 are my hard class.' })
})

it('writes to the others that there is something new, and not a word of it', async () => {
  const { say } = await handedOver()
  await say(w.mo, 'She is good at questions.')
  const letters = await w.house.store.read.select().from(mails)
  const handed = letters.filter(({ kind }) => kind.startsWith('handover'))
  expect(handed.map(({ to, kind }) => [to, kind]).sort()).toEqual([
    ['ana@example.com', 'handover_answered'],
    ['mo@example.com', 'handover_ready'],
    ['nia@example.com', 'handover_said'],
  ])
  expect(JSON.stringify(letters)).not.toMatch(/Year 9|questions/)
  expect((await notices(w.house.as(w.nia))).map(({ text }) => text)).toContain(
    'There is something new about Ana’s hand-over.',
  )
})

it('is no school’s: neither lead reads a word, and the new one reads “no mentor yet” before Nia', async () => {
  await w.moved()
  await w.write('Year 9 are my hard class.')
  await w.approve(1)
  for (const lead of [w.leadA, w.leadC]) await expect(of(lead)).rejects.toMatchObject({ code: 'not_found' })
  const page = await staff(w.house.as(w.leadC), { ref: w.c })
  expect(page.lines.find(({ personId }) => personId === w.ana)).toMatchObject({ mentor: null })
  expect(JSON.stringify([page, await notices(w.house.as(w.leadC))])).not.toMatch(/Mo\b|Year 9|hand-over/)
})

it('hands nothing on when the next mentor is Mo himself', async () => {
  await w.moved()
  await w.write('Year 9 are my hard class.')
  await w.approve(1)
  await w.house.moves(w.mo, { destination: 'school', schoolId: w.c, startOn: '2026-02-02' })
  w.house.itIs('2026-02-03')
  const arranged = { mentorStintId: await w.stayAtC(w.mo), menteeStintId: await w.stayAtC(w.ana) }
  await startMentorship(w.house.as(w.leadC), { ...arranged, startsOn: '2026-02-03' })
  const [page] = (await of(w.mo)).pages
  expect(page).toMatchObject({ next: null, isOpen: false })
  expect(await w.house.store.read.select().from(handovers)).toMatchObject([{ nextMentorshipId: null }])
})

it('shows nothing of Nia to Mo once one keeps the other out, and keeps the page for both', async () => {
  const { next, id, say } = await handedOver()
  await w.house.trainedTogether([w.mo, w.nia])
  await say(w.mo, 'She is good at questions.')
  await block(w.house.as(w.nia), { personId: w.mo })
  expect((await of(w.nia, next)).pages).toMatchObject([{ id, mentor: null, words: [] }])
  expect((await of(w.mo)).pages).toMatchObject([{ next: null, text: 'Year 9 are my hard class.' }])
})

it('is gone for Mo when Ana keeps him out, words and page', async () => {
  await handedOver()
  await block(w.house.as(w.ana), { personId: w.mo })
  await expect(of(w.mo)).rejects.toMatchObject({ code: 'not_found' })
})
