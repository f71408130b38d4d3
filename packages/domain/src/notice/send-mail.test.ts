import { LEASE_MS } from '@wirearchy/domain/job'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choosePaces, sendMail, setQuietHours } from './index.ts'
import { postHouse } from './testing.ts'

let house: ReturnType<typeof postHouse>
let [ana, zoe] = ['', '']
beforeEach(async () => {
  house = postHouse('2026-01-05')
  ;[ana, zoe] = [await house.member('Ana'), await house.member('Zoë')]
})
afterEach(() => house.close())

const sent = () => house.inbox.map(({ subject }) => subject)
const theMail = async () => (await house.mails())[0]

describe('a letter', () => {
  it('goes once, to where its reader is at home now, and its words are cleared then', async () => {
    await house.write(ana, 'meeting_booked', { calendar: 'BEGIN:VCALENDAR' })
    await house.work()
    await house.work(house.handlers, { now: house.ctx().now + LEASE_MS + 1 })
    expect(house.inbox).toMatchObject([{ to: 'ana@home.example', calendars: ['BEGIN:VCALENDAR'] }])
    expect(await theMail()).toMatchObject({ subject: '', text: '', line: null, calendar: null })
    expect((await theMail())?.sentAt).toBe(house.ctx().now)
  })

  it('says how often such letters come and how to stop them, unless it must come anyway', async () => {
    await house.write(ana, 'meeting_booked')
    await house.write(ana, 'password_changed')
    await house.work()
    const [usual, essential] = house.inbox
    expect(usual?.text).toContain('http://localhost:3000/settings/notices')
    expect(usual?.text).toContain(usual?.unsubscribe ?? 'nothing')
    expect(essential?.text).toBe('All about password_changed.\n')
    expect(essential?.unsubscribe).toBeUndefined()
  })

  it('in the demo stays readable in the outbox and goes nowhere', async () => {
    await house.write(ana, 'meeting_booked')
    await house.work(house.handlers, { demo: true })
    expect(sent()).toEqual([])
    const mail = await theMail()
    expect(mail?.text).toMatch(/^All about meeting_booked\./)
    expect(mail?.sentAt).not.toBeNull()
  })

  it('about somebody its reader may no longer see is dropped, whatever it was when it was written', async () => {
    await house.trainedTogether([ana, zoe])
    await house.write(ana, 'meeting_booked', { aboutPersonId: zoe })
    await house.work()
    await house.write(ana, 'meeting_booked', { aboutPersonId: zoe })
    await block(house.as(zoe), { personId: ana })
    await house.work()
    expect(sent()).toEqual(['News of meeting_booked'])
    const dropped = (await house.mails()).filter(({ droppedAt }) => droppedAt !== null)
    expect(dropped.map(({ text }) => text)).toEqual([''])
  })

  it('with a code that has run out is not sent any more', async () => {
    await house.write(ana, 'sign_in_code', { personId: null })
    await house.work(house.handlers, { now: house.ctx().now + 15 * 60_000 })
    expect([sent(), (await theMail())?.droppedAt]).toEqual([[], house.ctx().now + 15 * 60_000])
  })

  it('to somebody who has no address any more is dropped', async () => {
    const nobody = await house.person('Nobody')
    await house.write(nobody, 'meeting_booked')
    await house.work()
    expect([sent(), (await theMail())?.droppedAt]).toEqual([[], house.ctx().now])
  })
})

describe('what holds is the choice at the moment of sending', () => {
  it('so a letter written before its reader turned that kind off is dropped', async () => {
    await house.write(ana, 'meeting_booked')
    await choosePaces(house.as(ana), { meetings: 'off' })
    await house.work()
    expect([sent(), (await theMail())?.text]).toEqual([[], ''])
  })

  it('and one written before she asked for them at once goes at once', async () => {
    await house.write(ana, 'moved')
    await choosePaces(house.as(ana), { moves: 'now' })
    await house.work()
    expect(sent()).toEqual(['News of moved'])
  })

  it('and one that waits for the morning goes in the evening when she has quiet hours no more', async () => {
    house.clock('2026-01-05', 18 * 60 + 1)
    await house.write(ana, 'meeting_booked')
    await house.work()
    expect(sent()).toEqual([])
    await house.write(ana, 'meeting_moved')
    await setQuietHours(house.as(ana), { ...NO_QUIET, isOn: false })
    await house.work()
    expect(sent()).toEqual(['News of meeting_moved'])
    await house.until('2026-01-06', 7 * 60)
    expect(sent()).toEqual(['News of meeting_moved', 'News of meeting_booked'])
  })

  it('and a meeting of today that is called off is told at once even at night', async () => {
    house.clock('2026-01-05', 6 * 60)
    const today = { calendar: 'BEGIN:VEVENT\r\nDTSTART:20260105T080000Z\r\n' }
    const tomorrow = { calendar: 'BEGIN:VEVENT\r\nDTSTART:20260106T080000Z\r\n' }
    await house.write(ana, 'meeting_cancelled', { ...today, subject: 'Not today' })
    await house.write(ana, 'meeting_cancelled', { ...tomorrow, subject: 'Not tomorrow' })
    await choosePaces(house.as(ana), { meetings: 'weekly' })
    await house.work()
    expect(sent()).toEqual(['Not today'])
  })

  it('and not even that is told to somebody who stopped such letters', async () => {
    await house.write(ana, 'meeting_cancelled', { calendar: 'DTSTART:20260105T160000Z\r\n' })
    await choosePaces(house.as(ana), { meetings: 'off' })
    await house.work()
    expect([sent(), (await theMail())?.calendar]).toEqual([[], null])
  })
})

describe('a meeting that is called off', () => {
  const calledOff = (start: string, more = {}) => ({ calendar: `DTSTART:${start}\r\n`, ...more })

  it('is told of before it would begin, though quiet hours or a bundle end after it', async () => {
    house.clock('2026-01-09', 19 * 60)
    await house.write(ana, 'meeting_cancelled', calledOff('20260110T100000Z', { subject: 'Saturday' }))
    await house.write(ana, 'meeting_cancelled', calledOff('20260113T160000Z', { subject: 'Tuesday' }))
    await choosePaces(house.as(zoe), { meetings: 'weekly' })
    await house.write(zoe, 'meeting_cancelled', calledOff('20260111T160000Z', { subject: 'Sunday' }))
    await house.work()
    expect(sent()).toEqual(['Saturday', 'Sunday'])
    await house.until('2026-01-12', 12 * 60)
    expect(sent()).toEqual(['Saturday', 'Sunday', 'Tuesday'])
  })

  it('is told of without the name when its reader lost sight of whom it was with', async () => {
    await house.trainedTogether([ana, zoe])
    const start = calledOff('20260107T160000Z', { aboutPersonId: zoe, text: 'With Zoë.' })
    const calendar = `${start.calendar}SUMMARY:Mentoring with Zoë\r\n  Müller\r\nSEQUENCE:1\r\n`
    await house.write(ana, 'meeting_cancelled', { ...start, calendar })
    await block(house.as(zoe), { personId: ana })
    await house.work()
    expect(sent()).toEqual(['Called off: your mentoring of Wednesday 7 January 2026, 4pm'])
    expect(house.inbox[0]?.calendars).toEqual([
      'DTSTART:20260107T160000Z\r\nSUMMARY:Mentoring\r\nSEQUENCE:1\r\n',
    ])
    expect(JSON.stringify(house.inbox)).not.toMatch(/Zo/)
  })
})

it('two workers who hold one letter put it off, hold it and send it once', async () => {
  house.clock('2026-01-05', 18 * 60 + 1)
  await house.write(ana, 'meeting_booked')
  const [letter] = await house.mails()
  const job = { payload: { mailId: letter?.id } } as unknown as Parameters<typeof sendMail>[1]
  const carry = async () => void 0
  await Promise.all([1, 2, 3].map(() => sendMail(house.ctx(), job, carry)))
  await house.until('2026-01-06', 12 * 60)
  expect(sent()).toEqual(['News of meeting_booked'])
})

const NO_QUIET = {
  start: 1080,
  end: 420,
  weekends: true,
  holidays: true,
  digest: 450,
  digestDay: 1,
  isOn: true,
}
