import { londonTime } from '@wirearchy/domain/calendar'
import { erase } from '@wirearchy/domain/person'
import { block, unblock } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callOffGone, cancel } from './index.ts'
import { type MeetingHouse, meetingHouse, readCalendar } from './testing.ts'

let house: MeetingHouse
beforeEach(async () => {
  house = await meetingHouse('2026-11-23')
})
afterEach(() => house.close())

/** On the Tuesday of the block, and two days on. */
const [TODAY, THURSDAY] = [londonTime('2026-11-24', 930), londonTime('2026-11-26', 930)]
/** Books a meeting, sends all there is, and makes it the morning of the block. */
async function booked(startsAt: number) {
  const meetingId = await house.books(startsAt)
  await house.until('2026-11-24', 540)
  house.inbox.length = 0
  return meetingId
}
const sentTo = (name: string) => house.inbox.filter(({ to }) => to === `${name}@home.example`)
const erases = (personId: string) => erase(house.ctx(), { personId, reason: 'asked' })

describe('somebody who is erased', () => {
  it('is called off in the other’s calendar at once, by one letter that names nobody', async () => {
    await house.offers(house.ana, ['2026-11-25 3:45pm'])
    const meetingId = await booked(THURSDAY)
    await erases(house.ana)
    await house.work()
    await house.daily()
    await house.work()
    expect(house.inbox.map(({ to, subject }) => [to, subject])).toEqual([
      ['tom@home.example', 'Called off: Thursday 3:30pm, mentoring'],
    ])
    expect(readCalendar(house.inbox[0]?.calendars?.[0])).toMatchObject({
      method: 'CANCEL',
      events: [{ uid: `${meetingId}@localhost`, sequence: 1, status: 'CANCELLED', summary: 'Mentoring' }],
    })
    expect(JSON.stringify(house.inbox)).not.toMatch(/Ana|former/i)
    expect(await house.notices(house.tom)).toEqual([])
    expect(await house.meeting(meetingId)).toMatchObject({ state: 'cancelled', sequence: 1 })
  })

  it('is told of once, though the job is done twice, and leaves the other’s other meetings alone', async () => {
    const bens = await house.books(londonTime('2026-11-26', 990), house.ben, house.withBen)
    await house.books(THURSDAY)
    await erases(house.ana)
    const job = { payload: { personId: house.ana } }
    await callOffGone(house.ctx(), job)
    await callOffGone(house.ctx(), job)
    await house.work()
    expect(sentTo('tom').filter(({ subject }) => subject.startsWith('Called off'))).toHaveLength(1)
    expect(await house.meeting(bens)).toMatchObject({ state: 'booked', sequence: 0 })
  })

  it('who had called it off in a letter that was still on its way is not waited for', async () => {
    const meetingId = await booked(THURSDAY)
    await cancel(house.as(house.ana), { mentorshipId: house.withAna, meetingId, reason: null })
    await erases(house.ana)
    await house.work()
    await callOffGone(house.ctx(), { payload: { personId: house.ana } })
    await house.work()
    expect(house.inbox.map(({ subject }) => subject)).toEqual(['Called off: Thursday 3:30pm, mentoring'])
  })
})

describe('a block', () => {
  const blocks = (who: string, personId: string) => block(house.as(who), { personId })

  it.each(['mentor', 'mentee'] as const)(
    'by the %s calls off a meeting of today at once, naming nobody',
    async (side) => {
      const meetingId = await booked(TODAY)
      if (side === 'mentor') await blocks(house.tom, house.ana)
      else await blocks(house.ana, house.tom)
      await house.until('2026-11-24', 1100)
      for (const name of ['tom', 'ana']) {
        expect(sentTo(name).map(({ subject }) => subject)).toEqual(['Called off: Tuesday 3:30pm, mentoring'])
        expect(readCalendar(sentTo(name)[0]?.calendars?.[0])).toMatchObject({
          method: 'CANCEL',
          events: [{ uid: `${meetingId}@localhost`, sequence: 1, status: 'CANCELLED', summary: 'Mentoring' }],
        })
      }
    },
  )

  it('leaves what lies further ahead to the night, so that the letter does not tell the minute of the block', async () => {
    const later = await booked(THURSDAY)
    await blocks(house.ana, house.tom)
    await house.until('2026-11-24', 1439)
    expect(house.inbox).toEqual([])
    house.clock('2026-11-25', 0)
    await house.daily()
    await house.until('2026-11-25', 720)
    expect(await house.meeting(later)).toMatchObject({ state: 'cancelled' })
    expect(sentTo('tom').map(({ subject }) => subject)).toEqual(['Called off: Thursday 3:30pm, mentoring'])
  })

  it('that is lifted the same hour keeps today’s meeting off, and tells of it once', async () => {
    await booked(TODAY)
    await blocks(house.ana, house.tom)
    await unblock(house.as(house.ana), { personId: house.tom })
    await blocks(house.ana, house.tom)
    await house.work()
    expect(sentTo('tom')).toHaveLength(1)
  })
})
