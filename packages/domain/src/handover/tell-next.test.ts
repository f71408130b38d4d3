import { mails } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { handoverOf, tellNextMentors } from './index.ts'
import { handoverHouse } from './testing.ts'

let w: Awaited<ReturnType<typeof handoverHouse>>

/** Ana has moved from Ashfield, where Mo mentored her, to St Hild’s, where Nia teaches, and her page may be read. */
beforeEach(async () => {
  w = await handoverHouse()
  await w.moved()
  await w.write('Year 9 are my hard class.')
})
afterEach(() => w.house.close())

/** The day’s job, twice over as after a restart. */
const theDay = async () => {
  await tellNextMentors(w.house.ctx())
  await tellNextMentors(w.house.ctx())
}
const told = async () => {
  const letters = (await w.house.store.read.select().from(mails)).filter(
    ({ kind }) => kind === 'handover_ready',
  )
  return letters.map(({ to, href }) => [to, href])
}
const READY = 'Ana wrote a hand-over page that you may read.'
const heard = async () => (await notices(w.house.as(w.nia))).filter(({ text }) => text === READY).length

it('tells Nia once, when her school makes her Ana’s mentor after the page was let be read', async () => {
  await w.approve(1)
  await theDay()
  const next = await w.nextMentor()
  await theDay()
  const toMo = ['mo@example.com', `/mentoring/${w.mentorshipId}/handover`]
  expect(await told()).toEqual([toMo, ['nia@example.com', `/mentoring/${next}/handover`]])
  expect(await heard()).toBe(1)
  expect((await handoverOf(w.house.as(w.nia), { mentorshipId: next })).pages).toMatchObject([
    { text: 'Year 9 are my hard class.', openUntil: '2026-01-26' },
  ])
})

it('tells Nia no second time where the page was let be read once she was there', async () => {
  await w.nextMentor()
  await theDay()
  expect(await heard()).toBe(0)
  await w.approve(1)
  await theDay()
  expect([await heard(), (await told()).length]).toEqual([1, 2])
})

it('tells nobody of a draft, nor of words that were changed since', async () => {
  await w.approve(1)
  await w.write('Year 8 too.', 1)
  await w.nextMentor()
  await theDay()
  expect(await heard()).toBe(0)
})

it('tells nobody after the two weeks of the three are over', async () => {
  await w.approve(1)
  await w.nextMentor('2026-01-12')
  w.house.itIs('2026-01-27')
  await theDay()
  expect(await heard()).toBe(0)
})
