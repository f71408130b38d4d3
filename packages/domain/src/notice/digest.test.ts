import { jobs } from '@wirearchy/db'
import { dayOf } from '@wirearchy/domain'
import { minuteOf } from '@wirearchy/domain/calendar'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choosePaces, oneTap, setQuietHours, unsubscribe, wakeDigests } from './index.ts'
import { postHouse } from './testing.ts'

let house: ReturnType<typeof postHouse>
let [ana, zoe] = ['', '']
/** A Wednesday. */
beforeEach(async () => {
  house = postHouse('2026-11-18')
  ;[ana, zoe] = [await house.member('Ana'), await house.member('Zoë')]
})
afterEach(() => house.close())

const got = () => house.inbox.map(({ subject, at }) => `${dayOf(at)} ${minuteOf(at)} ${subject}`)
const HOURS = { isOn: true, start: 1080, end: 420, weekends: true, holidays: true, digest: 450, digestDay: 1 }

describe('letters that can wait', () => {
  it('come as one, at half past seven on the next school day, a line each with its page', async () => {
    for (const kind of ['moved', 'connection_asked', 'which_school']) await house.write(ana, kind)
    await house.until('2026-11-19', 12 * 60)
    expect(got()).toEqual(['2026-11-19 450 Your Thursday post: 3 things'])
    expect(house.inbox[0]?.text).toMatch(
      /^3 things for you:\n\n\* A line about moved\n {2}http:\/\/localhost:3000\/notices\n\n\* A line about conn/,
    )
    expect((await house.mails()).map(({ text, line, sentAt }) => [text, line, sentAt !== null])).toEqual(
      Array(4).fill(['', null, true]),
    )
  })

  it('say their one thing in the subject when it is one, and come once', async () => {
    await house.write(ana, 'moved')
    await house.until('2026-11-27', 12 * 60)
    expect(got()).toEqual(['2026-11-19 450 A line about moved'])
  })

  it('written on a Friday wait for Monday, and whoever likes them weekly has them on their own day', async () => {
    house.clock('2026-11-20', 9 * 60)
    await choosePaces(house.as(zoe), { moves: 'weekly' })
    await setQuietHours(house.as(zoe), { ...HOURS, digest: 16 * 60, digestDay: 3 })
    for (const one of [ana, zoe]) for (const _ of [1, 2]) await house.write(one, 'moved')
    await house.until('2026-11-27', 12 * 60)
    expect(got()).toEqual([
      '2026-11-23 450 Your Monday post: 2 things',
      '2026-11-25 960 Your Wednesday post: 2 things',
    ])
  })

  it('come together on the weekly day, daily ones and weekly ones', async () => {
    house.clock('2026-11-20', 9 * 60)
    await choosePaces(house.as(ana), { schools: 'weekly' })
    for (const kind of ['moved', 'which_school']) await house.write(ana, kind)
    await house.until('2026-11-27', 12 * 60)
    expect(got()).toEqual(['2026-11-23 450 Your Monday post: 2 things'])
  })

  it('come when quiet hours end for whoever wants their bundle within them', async () => {
    await setQuietHours(house.as(ana), { ...HOURS, digest: 22 * 60 })
    await house.write(ana, 'moved')
    await house.until('2026-11-27', 12 * 60)
    expect(got()).toEqual(['2026-11-19 420 A line about moved'])
  })

  it('keep the buttons that they had', async () => {
    const tap = { personId: ana, act: 'connection.answer', input: { requestId: 'x', answer: 'yes' } }
    const url = await house.store.tx((tx) => oneTap(tx, house.ctx(), tap))
    await house.write(ana, 'connection_asked', { text: `Hello.\n\nYes, I know her:\n${url}\n` })
    await house.until('2026-11-19', 12 * 60)
    expect(house.inbox[0]?.text).toContain(`  Yes, I know her: ${url}\n`)
  })
})

describe('what a bundle says', () => {
  it('names nobody who went out of sight between holding and bundling, or between bundling and sending', async () => {
    const [ben, cy] = [await house.member('Ben'), await house.member('Cy')]
    await house.trainedTogether([ana, zoe, ben, cy])
    for (const [who, name] of [
      [zoe, 'Zoë'],
      [ben, 'Ben'],
      [cy, 'Cy'],
    ] as const)
      await house.write(ana, 'moved', { aboutPersonId: who, line: `${name} moved` })
    await house.work()
    await block(house.as(zoe), { personId: ana })
    house.clock('2026-11-19', 450)
    await house.work({ digest: house.handlers.digest } as typeof house.handlers)
    await block(house.as(ana), { personId: ben })
    await house.until('2026-11-19', 12 * 60)
    expect(house.inbox.map(({ subject }) => subject)).toEqual(['Cy moved'])
    expect(house.inbox[0]?.text).not.toMatch(/Zoë|Ben/)
    expect((await house.mails()).filter(({ droppedAt }) => droppedAt !== null)).toHaveLength(2)
  })

  it('is nothing, and no letter, when all of it is out of sight or off by then', async () => {
    await house.trainedTogether([ana, zoe])
    await house.write(ana, 'moved', { aboutPersonId: zoe })
    await house.write(ana, 'which_school')
    await house.work()
    await block(house.as(zoe), { personId: ana })
    await choosePaces(house.as(ana), { schools: 'off' })
    await house.until('2026-11-27', 12 * 60)
    expect(got()).toEqual([])
    expect((await house.mails()).every(({ droppedAt, text }) => droppedAt !== null && text === '')).toBe(true)
  })

  it('carries one press that stops it, and stops nothing that comes at once', async () => {
    await house.write(ana, 'moved')
    await house.until('2026-11-19', 12 * 60)
    const token = house.inbox[0]?.unsubscribe?.split('/').at(-1) ?? ''
    await unsubscribe(house.ctx(), { token })
    for (const kind of ['moved', 'connection_asked', 'meeting_booked']) await house.write(ana, kind)
    await house.until('2026-11-27', 12 * 60)
    expect(got().slice(1)).toEqual(['2026-11-19 720 News of meeting_booked'])
  })
})

describe('a change of mind', () => {
  it('about a kind that waits for Monday brings it the next morning', async () => {
    await choosePaces(house.as(ana), { moves: 'weekly' })
    await house.write(ana, 'moved')
    await house.work()
    await choosePaces(house.as(ana), { moves: 'daily' })
    await house.until('2026-11-19', 450)
    expect(got()).toEqual(['2026-11-19 450 A line about moved'])
  })

  it('about the time of day brings what waits at the new time', async () => {
    await house.write(ana, 'moved')
    await house.work()
    await setQuietHours(house.as(ana), { ...HOURS, digest: 10 * 60 })
    await house.until('2026-11-20', 12 * 60)
    expect(got()).toEqual(['2026-11-18 600 A line about moved'])
  })
})

it('what waits is found again by the daily look when nothing else would wake it', async () => {
  await house.write(ana, 'moved')
  await house.work()
  await house.store.tx((tx) => tx.delete(jobs))
  await wakeDigests(house.ctx())
  await wakeDigests(house.ctx())
  expect(await house.store.read.select().from(jobs)).toHaveLength(1)
  await house.until('2026-11-19', 450)
  expect(got()).toEqual(['2026-11-19 450 A line about moved'])
})

it('a server that was down for days sends what waited as one, and not at night', async () => {
  await house.write(ana, 'moved')
  await house.work()
  house.clock('2026-11-20', 23 * 60)
  await house.write(ana, 'which_school')
  await house.work()
  expect(got()).toEqual([])
  await house.until('2026-11-30', 12 * 60)
  expect(got()).toEqual(['2026-11-23 450 Your Monday post: 2 things'])
})
