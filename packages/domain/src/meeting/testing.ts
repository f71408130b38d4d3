import {
  checkIns,
  eq,
  ledger,
  mails,
  meetings,
  mentorHours,
  mentorOffers,
  notifications,
} from '@wirearchy/db'
import { type Ctx, type Day, newId } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { startChapter } from '@wirearchy/domain/mentoring'
import { postHouse } from '@wirearchy/domain/notice/testing'
import ICAL from 'ical.js'
import { askHowItGoes, book, callOffGone, propose, remind, slots, sweepMeetings } from './index.ts'
import { Propose } from './input.ts'

type Hours = Omit<typeof mentorHours.$inferInsert, 'id' | 'personId'>

/** Tom mentors Ana and, elsewhere, Ben. He can be booked on Tuesdays and Thursdays from 3:30pm to 5pm, online. */
export async function meetingHouse(startsOn: Day = '2026-11-09') {
  const house = postHouse(startsOn)
  const [tom, ana, ben] = [await house.member('Tom'), await house.member('Ana'), await house.member('Ben')]
  const handlers = {
    ...house.handlers,
    'meeting.remind': remind,
    'meeting.call-off': callOffGone,
    'check-in.ask': (ctx: Ctx) => askHowItGoes(ctx),
  }
  const pair = (menteeId: string, startedOn: Day = startsOn, mentorId = tom) =>
    house.store.tx((tx) =>
      startChapter(tx, house.ctx(), { mentorId, menteeId, unit: 'year', startedOn, arrangedById: mentorId }),
    )
  const hours = (more: Partial<Hours>, personId = tom) =>
    house.store.tx((tx) =>
      tx.insert(mentorHours).values({
        ...{ id: newId(1), personId, weekday: 2, startMinute: 930, endMinute: 1020, way: 'online' },
        ...more,
      }),
    )
  await hours({})
  await hours({ weekday: 4 })
  const [withAna, withBen] = [await pair(ana), await pair(ben)]
  return {
    ...house,
    ...{ tom, ana, ben, withAna, withBen, pair, hours },
    /** Lets time pass, with all that is to be done meanwhile. */
    until: (day: Day, minute: number) => house.untilInstant(londonTime(day, minute), handlers),
    work: () => house.work(handlers),
    notice: (noticeHours: number) =>
      house.store.tx((tx) =>
        tx.insert(mentorOffers).values({
          ...{ personId: tom, topics: [], phases: [], subjects: [], ways: [], noticeHours },
          ...{ openedAt: 1, updatedAt: 1 },
        }),
      ),
    /** The free times of Tom's week, as a mentee reads them. */
    times: async (who = ana, mentorshipId = withAna) =>
      (await slots(house.as(who), { mentorshipId })).map(({ words }) => words),
    async books(startsAt: number, who = ana, mentorshipId = withAna) {
      return (await book(house.as(who), { mentorshipId, startsAt, place: null })).meetingId
    },
    offers: (who: string, at: string[], mentorshipId = withAna) => {
      const [first, second, third] = at.map((text) => ({ on: text.slice(0, 10), at: text.slice(11) }))
      const how = { minutes: 30, way: 'phone', mentorshipId }
      return propose(house.as(who), Propose.parse({ first, second, third, ...how }))
    },
    daily: async () => {
      await sweepMeetings(house.ctx())
      await askHowItGoes(house.ctx())
    },
    meeting: async (id: string) =>
      (await house.store.read.select().from(meetings).where(eq(meetings.id, id)))[0],
    letters: async (personId: string) =>
      (await house.store.read.select().from(mails)).filter((mail) => mail.personId === personId),
    notices: async (personId: string) =>
      (await house.store.read.select().from(notifications))
        .filter((one) => one.personId === personId)
        .map(({ kind }) => kind),
    checkIns: () => house.store.read.select().from(checkIns),
    /** Everything that leaves the two or stays with the house: letters, notices and the ledger. */
    async told() {
      const { read } = house.store
      const [sent, shown, kept] = [
        read.select().from(mails),
        read.select().from(notifications),
        read.select().from(ledger),
      ]
      return JSON.stringify([await sent, await shown, await kept, house.inbox])
    },
  }
}

export type MeetingHouse = Awaited<ReturnType<typeof meetingHouse>>

/** A calendar file as another reader of calendars understands it. */
export function readCalendar(text: string | null | undefined) {
  const file = new ICAL.Component(ICAL.parse(text ?? ''))
  const events = file.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one)
    const [startsAt, endsAt] = [event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()]
    const status = one.getFirstPropertyValue('status')
    return { uid: event.uid, sequence: event.sequence, summary: event.summary, startsAt, endsAt, status }
  })
  return { method: file.getFirstPropertyValue('method'), events }
}
