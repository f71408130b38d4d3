import { eq, profiles } from '@wirearchy/db'
import { type Day, dayOf } from '@wirearchy/domain'
import { minuteOf, type Nation } from '@wirearchy/domain/calendar'
import { afterEach, describe, expect, it } from 'vitest'
import { choosePaces, setQuietHours } from './index.ts'
import { POSTS } from './kinds.ts'
import { postHouse } from './testing.ts'

let house: ReturnType<typeof postHouse>
afterEach(() => house.close())

const SIX_PM = 18 * 60
const KINDS = ['mentoring_asked', 'meeting_booked', 'check_met', 'moved', 'connection_asked', 'leaving']
const CALLED_OFF = { calendar: 'BEGIN:VEVENT\r\nDTSTART:20260101T190000Z\r\n' }

/** Somebody in a nation who wants every letter at once; a minute past six on some evening, one of each is written. */
async function eveningOf(day: Day, nation: Nation = 'england') {
  house = postHouse(day)
  const ana = await house.member('Ana')
  await house.store.tx((tx) => tx.update(profiles).set({ nation }).where(eq(profiles.personId, ana)))
  await choosePaces(house.as(ana), Object.fromEntries(POSTS.map((post) => [post, 'now'])))
  house.clock(day, SIX_PM + 1)
  const startsToday = CALLED_OFF.calendar.replace('20260101', day.replaceAll('-', ''))
  for (const kind of KINDS) await house.write(ana, kind)
  await house.write(ana, 'meeting_cancelled', { calendar: startsToday })
  await house.write(ana, 'sign_in_code', { personId: null })
  await house.write(ana, 'password_changed')
  await house.work()
  return ana
}

const gone = () => house.inbox.map(({ subject }) => subject.replace('News of ', ''))
const when = () => [
  ...new Set(house.inbox.map(({ at }) => `${dayOf(at)} ${minuteOf(at)} ${new Date(at).toISOString()}`)),
]
const ESSENTIAL = ['meeting_cancelled', 'password_changed', 'sign_in_code']

it('at 18:01 on a Friday only codes, safety and what is called off leave; the rest comes at 7am on Monday', async () => {
  await eveningOf('2026-11-20')
  expect(gone().sort()).toEqual(ESSENTIAL)
  house.inbox.length = 0
  await house.until('2026-11-23', 6 * 60 + 59)
  expect(gone()).toEqual([])
  await house.until('2026-11-23', 7 * 60)
  expect(gone().sort()).toEqual([...KINDS].sort())
  expect(when()).toEqual(['2026-11-23 420 2026-11-23T07:00:00.000Z'])
})

describe('what waits over a holiday comes at 7am on the next school day of one’s own nation', () => {
  const CASES: [name: string, nation: Nation, friday: Day, back: string][] = [
    ['half-term and the clocks going back', 'england', '2026-10-23', '2026-11-02T07:00:00.000Z'],
    ['an ordinary weekend of the clocks going back', 'scotland', '2026-10-23', '2026-10-26T07:00:00.000Z'],
    ['the weekend of the clocks going forward', 'england', '2025-03-28', '2025-03-31T06:00:00.000Z'],
    ['half-term in Northern Ireland', 'northern_ireland', '2026-02-11', '2026-02-16T07:00:00.000Z'],
    ['the summer in England', 'england', '2026-07-21', '2026-09-01T06:00:00.000Z'],
    ['the summer in Wales', 'wales', '2026-07-21', '2026-09-01T06:00:00.000Z'],
    ['the summer in Scotland', 'scotland', '2026-06-26', '2026-08-12T06:00:00.000Z'],
    ['the summer in Northern Ireland', 'northern_ireland', '2026-06-30', '2026-09-01T06:00:00.000Z'],
    ['a bank holiday', 'england', '2026-05-01', '2026-05-05T06:00:00.000Z'],
  ]
  it.each(CASES)('%s', async (_name, nation, friday, back) => {
    await eveningOf(friday, nation)
    house.inbox.length = 0
    await house.until(dayOf(Date.parse(back)), 12 * 60)
    expect(when().map((line) => line.split(' ')[2])).toEqual([back])
    expect(gone()).toHaveLength(KINDS.length)
  })
})

it('quiet hours are one’s own: at weekends for whoever wants that, and never for whoever has turned them off', async () => {
  const ana = await eveningOf('2026-11-20')
  const hours = { start: 20 * 60, end: 6 * 60, weekends: false, holidays: true, digest: 450, digestDay: 1 }
  await setQuietHours(house.as(ana), { ...hours, isOn: true })
  house.inbox.length = 0
  await house.write(ana, 'meeting_booked')
  await house.work()
  house.clock('2026-11-20', 21 * 60)
  await house.write(ana, 'meeting_moved')
  await house.work()
  await house.until('2026-11-21', 6 * 60)
  expect(gone()).toEqual(['meeting_booked', 'meeting_moved'])
  await setQuietHours(house.as(ana), { ...hours, isOn: false })
  house.clock('2026-11-22', 3 * 60)
  await house.write(ana, 'meeting_offered')
  await house.work()
  expect(gone()).toEqual(['meeting_booked', 'meeting_moved', 'meeting_offered'])
})

it('a reminder that would come after what it reminds of is not sent', async () => {
  const ana = await eveningOf('2026-11-20')
  await house.write(ana, 'meeting_soon')
  house.inbox.length = 0
  await house.until('2026-11-23', 12 * 60)
  expect(gone()).not.toContain('meeting_soon')
})
