import { mentorships, sql } from '@wirearchy/db'
import { londonTime } from '@wirearchy/domain/calendar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askHowItGoes, sweepMeetings } from './index.ts'
import { type MeetingHouse, meetingHouse } from './testing.ts'

let house: MeetingHouse
beforeEach(async () => {
  house = await meetingHouse('2026-11-09')
})
afterEach(() => house.close())

/** Makes Ana's rows of a table faulty: whatever is written to them fails. */
const breakHers = (what: string, whose: string) =>
  house.store.tx((tx) =>
    tx.exec(
      sql.raw(`create trigger faulty before ${what} when new.mentorship_id = '${whose}'
        begin select raise(abort, 'A faulty row'); end`),
    ),
  )

describe('a faulty row', () => {
  it('keeps nobody else from being asked how it goes, and is told of at the end', async () => {
    await breakHers('insert on check_ins', house.withAna)
    house.clock('2026-11-30', 60)
    await expect(askHowItGoes(house.ctx())).rejects.toThrow()
    const asked = await house.checkIns()
    expect(asked.map(({ mentorshipId, by }) => [mentorshipId, by]).sort()).toEqual([
      [house.withBen, 'mentee'],
      [house.withBen, 'mentor'],
    ])
  })

  it('keeps no other meeting from being called off after a mentoring has ended', async () => {
    const hers = await house.books(londonTime('2026-11-24', 930))
    const his = await house.books(londonTime('2026-11-26', 930), house.ben, house.withBen)
    await house.store.tx((tx) =>
      tx.update(mentorships).set({ finishedOn: '2026-11-20', endReason: 'by_mentee' }),
    )
    await breakHers('update on meetings', house.withAna)
    house.clock('2026-11-21', 540)
    await expect(sweepMeetings(house.ctx())).rejects.toThrow()
    expect((await house.meeting(his))?.state).toBe('cancelled')
    expect((await house.meeting(hers))?.state).toBe('booked')
  })
})
