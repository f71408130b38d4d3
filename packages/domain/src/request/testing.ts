import {
  and,
  asc,
  eq,
  mails,
  mentoringAsks,
  mentoringRequests,
  mentorOffers,
  mentorPlaces,
  notifications,
} from '@wirearchy/db'
import { type Day, newId } from '@wirearchy/domain'
import { giveAccount } from '@wirearchy/domain/account'
import { type Handlers, workOnce } from '@wirearchy/domain/job'
import type { Unit } from '@wirearchy/domain/mentoring/input'
import { testHouse } from '@wirearchy/domain/testing'
import { requestClock, send, settleRequests } from './index.ts'
import { Send } from './input.ts'

type Places = Partial<Record<Unit, number>>

/** The jobs that move requests; letters, and what is left to do elsewhere, go nowhere. */
export const clockJobs: Handlers = {
  'request.clock': (ctx, job) => requestClock(ctx, job),
  daily: (ctx) => settleRequests(ctx),
  mail: async () => {},
  'meeting.call-off': async () => {},
}

/** A small house in which people ask each other for support, and its clock can be moved on. */
export function requestHouse(startsOn: Day = '2026-01-05') {
  const house = testHouse(startsOn)
  const { store } = house
  /** Does every job that is due at a moment. */
  const runJobs = async (now: number, today: Day) => {
    const ctx = () => ({ ...house.ctx(null, today), now })
    while (await workOnce(ctx(), clockJobs).then(thrown));
  }
  /** Every turn in a request, first choice first. */
  const turns = async (requestId: string) =>
    (
      await store.read
        .select()
        .from(mentoringAsks)
        .where(eq(mentoringAsks.requestId, requestId))
        .orderBy(asc(mentoringAsks.rank))
    ).map(({ mentorId, state, dueOn, remindOn }) => ({ mentorId, state, dueOn, remindOn }))
  /** Letters to somebody, in the order in which they were written. */
  const mailsTo = (personId: string) =>
    store.read
      .select()
      .from(mails)
      .where(eq(mails.personId, personId))
      .orderBy(asc(mails.createdAt), asc(mails.id))
  return {
    ...house,
    runJobs,
    /** Somebody with an address. */
    async member(name: string) {
      const personId = await house.person(name)
      const email = `${name.toLowerCase().replaceAll(' ', '-')}@example.com`
      await store.tx((tx) => giveAccount(tx, house.ctx(), { personId, email }))
      return personId
    },
    /** What somebody offers; one call and half a term when not said. */
    offers: (personId: string, places: Places = { call: 1, half_term: 1 }, paused: Day | null = null) =>
      store.tx(async (tx) => {
        const offer = { topics: [], phases: [], subjects: [], ways: [], pausedUntil: paused }
        await tx.insert(mentorOffers).values({ personId, ...offer, openedAt: 1, updatedAt: 1 })
        for (const [unit, many] of Object.entries(places) as [Unit, number][])
          await tx.insert(mentorPlaces).values({ id: newId(1), personId, unit, places: many })
      }),
    asks: (
      askerId: string,
      mentorIds: string[] = [],
      rest: Partial<Parameters<typeof Send.parse>[0] & object> = {},
    ) =>
      send(
        house.as(askerId),
        Send.parse({ unit: 'call', need: 'How do I begin a lesson well?', ...rest, mentorIds }),
      ),
    /** Makes it another day, and does what is due by nine in the morning, twice over as after a restart. */
    async itBecomes(day: Day) {
      house.itIs(day)
      await runJobs(house.ctx().now, day)
      await settleRequests(house.ctx())
    },
    request: async (id: string) =>
      (await store.read.select().from(mentoringRequests).where(eq(mentoringRequests.id, id)))[0],
    turns,
    /** How each turn stands, first choice first. */
    states: async (requestId: string) => (await turns(requestId)).map(({ state }) => state),
    mailsTo,
    lettersTo: async (personId: string) => (await mailsTo(personId)).map(({ subject }) => subject),
    toldTo: async (personId: string) =>
      (
        await store.read
          .select()
          .from(notifications)
          .where(and(eq(notifications.personId, personId)))
          .orderBy(asc(notifications.createdAt), asc(notifications.id))
      ).map(({ kind }) => kind),
  }
}

function thrown(done: { error: unknown } | null) {
  if (done?.error) throw done.error
  return done !== null
}

export type RequestHouse = ReturnType<typeof requestHouse>

/** Asha, who trained with the mentors Grace, Tom and Lena, and a mentor whom she does not know. */
export async function ashaAndMentors() {
  const house = requestHouse('2026-01-05')
  const [asha, grace, tom, lena, stranger] = [
    await house.member('Asha'),
    await house.member('Grace'),
    await house.member('Tom'),
    await house.member('Lena'),
    await house.member('Stranger'),
  ]
  await house.trainedTogether([asha, grace, tom, lena])
  for (const mentor of [grace, tom, lena, stranger]) await house.offers(mentor)
  return { house, asha, grace, tom, lena, stranger }
}
