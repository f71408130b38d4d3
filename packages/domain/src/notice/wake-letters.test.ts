import { addDays, type Day } from '@wirearchy/domain'
import type { Handlers } from '@wirearchy/domain/job'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bundle, sendMail, wakeLetters } from './index.ts'
import { postHouse } from './testing.ts'

let house: ReturnType<typeof postHouse>
let [ana, zoe] = ['', '']
/** A Wednesday. */
const START: Day = '2026-11-18'
beforeEach(async () => {
  house = postHouse(START)
  ;[ana, zoe] = [await house.member('Ana'), await house.member('Zoë')]
})
afterEach(() => house.close())

/** A mail server that takes nothing: how often it was asked. */
const refused: string[] = []
const away: Handlers = {
  mail: (ctx, job) =>
    sendMail(ctx, job, async ({ id }) => {
      refused.push(id)
      throw new Error('The mail server is away')
    }),
  digest: (ctx, job) => bundle(ctx, job),
}
const endOf = (day: Day) => Date.parse(`${day}T23:00:00Z`)
const sent = () => house.inbox.map(({ subject }) => subject)
/** The mail server is away until the evening: every try of the day has failed by then. */
const aDayAway = (day: Day) => house.untilInstant(endOf(day), away)

it('a letter that a mail server would not take for a day goes on the next, once', async () => {
  await house.write(ana, 'meeting_booked')
  await aDayAway(START)
  await house.until('2026-11-19', 600)
  expect(sent()).toEqual([])
  await wakeLetters(house.ctx())
  await wakeLetters(house.ctx())
  await house.until('2026-11-20', 600)
  await wakeLetters(house.ctx())
  await house.until('2026-11-21', 600)
  expect(sent()).toEqual(['News of meeting_booked'])
})

it('a bundle whose day the mail server missed brings all that was in it', async () => {
  for (const kind of ['moved', 'which_school']) await house.write(ana, kind)
  await house.work()
  await aDayAway('2026-11-19')
  house.clock('2026-11-20', 540)
  await wakeLetters(house.ctx())
  await house.work()
  expect(sent()).toEqual(['Your Friday post: 2 things'])
})

it('what may not go any more is not sent late either', async () => {
  await house.trainedTogether([ana, zoe])
  await house.write(ana, 'meeting_booked', { aboutPersonId: zoe })
  await aDayAway(START)
  await block(house.as(zoe), { personId: ana })
  house.clock('2026-11-19', 600)
  await wakeLetters(house.ctx())
  await house.work()
  expect([sent(), (await house.mails()).map(({ droppedAt }) => droppedAt !== null)]).toEqual([[], [true]])
})

it('an address that takes nothing is tried on five days more, and then left alone', async () => {
  await house.write(ana, 'password_changed')
  refused.length = 0
  for (let n = 0; n < 9; n += 1) {
    await aDayAway(addDays(START, n))
    house.clock(addDays(START, n + 1), 1)
    await wakeLetters(house.ctx())
  }
  expect(new Set(refused).size).toBe(1)
  expect(refused).toHaveLength(6 * 8)
})
