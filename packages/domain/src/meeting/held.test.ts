import { blocks, eq, mentorships } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ofPair, one, sayHeld } from './index.ts'
import { type MeetingHouse, meetingHouse, readCalendar } from './testing.ts'

let house: MeetingHouse
beforeEach(async () => {
  house = await meetingHouse()
})
afterEach(() => house.close())

const at = (day: string, hour: number, minute = 0) => londonTime(day, hour * 60 + minute)
const TUESDAY = at('2026-11-24', 15, 30)
const pairOf = (who: string, mentorshipId = house.withAna) => ofPair(house.as(who), { mentorshipId })
const ref = (meetingId: string) => ({ mentorshipId: house.withAna, meetingId })

describe('after a meeting', () => {
  const says = (who: string, meetingId: string, said: 'yes' | 'moved' | 'no') =>
    sayHeld(house.as(who), { ...ref(meetingId), said })
  const answers = async (who: string, meetingId: string) => {
    const { meeting } = await one(house.as(who), ref(meetingId))
    return [meeting.state, meeting.iSaid, meeting.theySaid]
  }

  it('each says whether it happened, and reads the other’s answer only when both have', async () => {
    const meetingId = await house.books(TUESDAY)
    await expect(says(house.ana, meetingId, 'yes')).rejects.toMatchObject({ code: 'conflict' })
    house.clock('2026-11-24', 1000)
    await says(house.ana, meetingId, 'no')
    expect(await answers(house.tom, meetingId)).toEqual(['over', null, null])
    expect((await pairOf(house.tom)).toSay.map(({ id }) => id)).toEqual([meetingId])
    await says(house.tom, meetingId, 'yes')
    expect(await answers(house.ana, meetingId)).toEqual(['happened', 'no', 'yes'])
    await expect(says(house.ana, meetingId, 'yes')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('a yes counts at once, and neither page nor list tells the other of it', async () => {
    const meetingId = await house.books(TUESDAY)
    house.clock('2026-11-24', 1000)
    await says(house.tom, meetingId, 'yes')
    expect((await house.meeting(meetingId))?.state).toBe('happened')
    expect(await answers(house.ana, meetingId)).toEqual(['over', null, null])
    expect(JSON.stringify(await pairOf(house.ana))).not.toContain('"yes"')
    expect((await pairOf(house.ana)).lastMet).toBeNull()
  })

  it('a week on, what one of them said is there to read, and a no is settled', async () => {
    const meetingId = await house.books(TUESDAY)
    house.clock('2026-11-24', 1000)
    await says(house.ana, meetingId, 'moved')
    house.clock('2026-12-02', 540)
    await house.daily()
    expect(await answers(house.tom, meetingId)).toEqual(['over', null, 'moved'])
    expect((await house.meeting(meetingId))?.state).toBe('missed')
  })

  it('the next one is offered at the same hour, in the rhythm of the two, and not in a holiday', async () => {
    const meetingId = await house.books(TUESDAY)
    expect((await one(house.as(house.ana), ref(meetingId))).again).toBeNull()
    house.clock('2026-11-24', 1000)
    expect((await one(house.as(house.ana), ref(meetingId))).again).toEqual({
      ...{ on: '2026-12-08', at: '3:30pm', words: 'Tuesday 8 December 2026, 3:30pm' },
    })
    house.clock('2026-12-16', 1000)
    expect((await one(house.as(house.ana), ref(meetingId))).again?.on).toBe('2027-01-05')
  })

  it('an answer can be put right until the other has given theirs', async () => {
    const meetingId = await house.books(TUESDAY)
    house.clock('2026-11-24', 1000)
    await says(house.ana, meetingId, 'yes')
    await says(house.ana, meetingId, 'no')
    expect((await house.meeting(meetingId))?.state).toBe('booked')
  })
})

describe('when the mentoring is over', () => {
  const ends = (change: Partial<typeof mentorships.$inferInsert>) =>
    house.store.tx((tx) => tx.update(mentorships).set(change).where(eq(mentorships.id, house.withAna)))

  it('what was ahead reads as called off at once, and the night tells both calendars', async () => {
    const meetingId = await house.books(TUESDAY)
    await house.offers(house.tom, ['2026-11-18 3:45pm'])
    await ends({ finishedOn: '2026-11-09', endReason: 'by_mentee' })
    expect((await one(house.as(house.tom), ref(meetingId))).meeting.state).toBe('cancelled')
    expect(await house.times(house.ben, house.withBen)).toContain('Tuesday 24 November 2026, 3:30pm')
    await house.daily()
    const files = [...(await house.letters(house.tom)), ...(await house.letters(house.ana))]
      .filter(({ kind }) => kind === 'meeting_cancelled')
      .map(({ calendar }) => readCalendar(calendar))
    expect(files).toMatchObject(
      [1, 1].map((sequence) => ({ method: 'CANCEL', events: [{ sequence, status: 'CANCELLED' }] })),
    )
    expect((await pairOf(house.tom)).offered).toEqual([])
    await house.daily()
    expect(await house.letters(house.ana)).toHaveLength(3)
  })

  it('nothing new can be planned', async () => {
    await ends({ finishedOn: '2026-11-09', endReason: 'by_mentor' })
    await expect(house.books(TUESDAY)).rejects.toMatchObject({ code: 'gone' })
    await expect(house.offers(house.tom, ['2026-11-18 3:45pm'])).rejects.toMatchObject({ code: 'gone' })
  })

  it('by a block, the letters that call meetings off name nobody', async () => {
    await house.books(TUESDAY)
    await house.store.tx((tx) =>
      tx.insert(blocks).values({ id: newId(1), blockerId: house.ana, blockedId: house.tom, createdAt: 1 }),
    )
    await house.daily()
    const letter = (await house.letters(house.tom)).at(-1)
    expect(letter).toMatchObject({ kind: 'meeting_cancelled', aboutPersonId: null })
    expect(`${letter?.subject} ${letter?.text} ${letter?.calendar}`).not.toContain('Ana')
    await expect(pairOf(house.ana)).rejects.toMatchObject({ code: 'not_found' })
  })
})
