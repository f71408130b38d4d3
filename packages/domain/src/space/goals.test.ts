import { notices } from '@wirearchy/domain/job'
import { startChapter } from '@wirearchy/domain/mentoring'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addGoal, closeGoal, finishStep, setStep, spaceOf } from './index.ts'
import { anaAndMo, type PairHouse } from './testing.ts'

let w: PairHouse
let goalId = ''
beforeEach(async () => {
  w = await anaAndMo()
  goalId = (await addGoal(w.house.as(w.ana), { mentorshipId: w.mentorshipId, text: 'Calmer starts' })).goalId
})
afterEach(() => w.house.close())

const space = (who: string) => spaceOf(w.house.as(who), { mentorshipId: w.mentorshipId })
const step = (who: string, text: string, whose: 'mentor' | 'mentee', before?: 'done' | 'dropped') =>
  setStep(w.house.as(who), { mentorshipId: w.mentorshipId, goalId, text, whose, before })

it('shows both the one next step and whose it is', async () => {
  await step(w.mo, 'Greet at the door', 'mentee')
  const seen = [{ id: goalId, text: 'Calmer starts', next: { text: 'Greet at the door', whose: 'mentee' } }]
  expect((await space(w.ana)).goals).toMatchObject(seen)
  expect((await space(w.mo)).goals).toMatchObject(seen)
})

it('has one next step at a time: the one before is done or let go, and somebody says which', async () => {
  await step(w.mo, 'Greet at the door', 'mentee')
  const silent = step(w.ana, 'Seating plan', 'mentee')
  await expect(silent).rejects.toMatchObject({ code: 'bad_input', field: 'before' })
  await step(w.ana, 'Seating plan', 'mentee', 'dropped')
  await step(w.ana, 'Come and watch', 'mentor', 'done')
  const [goal] = (await space(w.mo)).goals
  expect(goal).toMatchObject({ next: { text: 'Come and watch', whose: 'mentor' }, done: ['Seating plan'] })
})

it('takes a step as done once, whoever says so', async () => {
  const { stepId } = await step(w.mo, 'Greet at the door', 'mentee')
  const done = { mentorshipId: w.mentorshipId, stepId }
  await finishStep(w.house.as(w.ana), done)
  await finishStep(w.house.as(w.mo), done)
  expect((await space(w.ana)).goals).toMatchObject([{ next: null, done: ['Greet at the door'] }])
})

it('keeps what was reached and what was let go, with what was done for it', async () => {
  await step(w.ana, 'Greet at the door', 'mentee')
  await closeGoal(w.house.as(w.mo), { mentorshipId: w.mentorshipId, goalId, as: 'done' })
  const { goals, pastGoals } = await space(w.ana)
  expect(goals).toEqual([])
  expect(pastGoals).toMatchObject([{ text: 'Calmer starts', droppedAt: null, done: ['Greet at the door'] }])
  expect(pastGoals[0]?.doneAt).not.toBeNull()
  await expect(step(w.ana, 'Another', 'mentee')).rejects.toMatchObject({ code: 'conflict' })
})

it('tells Ana once that a step waits for her, and nobody of a step of their own', async () => {
  await step(w.mo, 'Greet at the door', 'mentee')
  await step(w.mo, 'Seating plan', 'mentee', 'done')
  expect((await notices(w.house.as(w.ana))).map(({ text }) => text)).toEqual([
    'Mo wrote down a next step for you.',
  ])
  expect(await notices(w.house.as(w.mo))).toEqual([])
})

it('knows no goal or step of another pair, even of one that Mo is in too', async () => {
  const { stepId } = await step(w.mo, 'Greet at the door', 'mentee')
  const chapter = { unit: 'call' as const, startedOn: '2025-12-01', arrangedById: w.mo }
  const pair = { mentorId: w.mo, menteeId: w.ben, ...chapter }
  const mentorshipId = await w.house.store.tx((tx) => startChapter(tx, w.house.as(w.mo), pair))
  const finish = finishStep(w.house.as(w.mo), { mentorshipId, stepId })
  await expect(finish).rejects.toMatchObject({ code: 'not_found' })
  const close = closeGoal(w.house.as(w.mo), { mentorshipId, goalId, as: 'done' })
  await expect(close).rejects.toMatchObject({ code: 'not_found' })
  const stranger = addGoal(w.house.as(w.leadA), { mentorshipId: w.mentorshipId, text: 'Targets' })
  await expect(stranger).rejects.toMatchObject({ code: 'not_found' })
})
