import { eq, ledger, mentoringAsks, mentoringRequests, notifications, sql } from '@wirearchy/db'
import { type Day, dayAfter, dayOf, groupBy } from '@wirearchy/domain'
import { isSchoolDay } from '@wirearchy/domain/calendar'
import { expect } from 'vitest'
import type { AskingWorld, Nation } from './asking-world.ts'

type Ask = typeof mentoringAsks.$inferSelect
export interface Seen {
  asks: Map<string, Ask>
  /** When the clock that runs, or ran last, was started for each. */
  started: Map<string, Day>
  /** Turns that ended in silence, and the longest that anybody waited in one, in school days. */
  passes: number
  /** Of them, those that nobody had been reminded of. */
  unreminded: number
  longest: number
  /** Clocks that were looked at. */
  clocks: number
  /** The latest day that there was, before any clock was set back. */
  latest: Day
}

export const newSeen = (): Seen => ({
  asks: new Map(),
  started: new Map(),
  passes: 0,
  unreminded: 0,
  longest: 0,
  clocks: 0,
  latest: '',
})

/** The n-th school day after a day, counted one by one. */
function counted(day: Day, n: number, nation: Nation): Day {
  let at = day
  for (let left = n; left > 0; ) {
    at = dayAfter(at)
    if (isSchoolDay(at, nation)) left -= 1
  }
  return at
}

/** School days from one day to another, counted one by one. */
function between(from: Day, to: Day, nation: Nation) {
  let count = 0
  for (let at = from; at < to; ) {
    at = dayAfter(at)
    if (isSchoolDay(at, nation)) count += 1
  }
  return count
}

const stillOpen = eq(mentoringRequests.state, 'open')

/** What is open, and every turn in it. */
async function openNow({ house: { store } }: AskingWorld) {
  const rows = await store.read
    .select({ request: mentoringRequests, ask: mentoringAsks })
    .from(mentoringRequests)
    .leftJoin(mentoringAsks, eq(mentoringAsks.requestId, mentoringRequests.id))
    .where(stillOpen)
  const requests = new Map(rows.map(({ request }) => [request.id, request]))
  return { requests, asks: rows.flatMap(({ ask }) => ask ?? []) }
}

/** At this moment every open request has one clock alone, and none stands past it. */
export async function nobodyWaitsInSilence(w: AskingWorld) {
  const { requests, asks } = await openNow(w)
  const today = dayOf(w.clock.now)
  for (const { id, listDueOn } of requests.values()) {
    const held = asks.filter((ask) => ask.requestId === id && isHeld(ask)).map(({ dueOn }) => dueOn)
    const clocks = [...held, ...(listDueOn ? [listDueOn] : [])]
    expect(clocks, `clocks of ${id} on ${today}`).toHaveLength(1)
    expect((clocks[0] ?? '') >= today, `${id}, due ${clocks[0]}, on ${today}`).toBe(true)
  }
}

const isHeld = ({ state }: Ask) => state === 'asked' || state === 'question'

/** School days that a question and a call take a place for; longer units take theirs until they are ended. */
const LASTS: Record<string, number> = { question: 10, call: 20 }

/** Nobody gives more than they offer: not on the latest day that there was, so that a clock set back gives nothing anew. */
export async function placesHold({ house, nations, clock }: AskingWorld, seen: Seen) {
  const today = dayOf(clock.now)
  if (seen.latest < today) seen.latest = today
  const held = await house.store.read.rows<{
    mentor: string
    mentee: string
    unit: string
    began: Day
    places: number
  }>(sql`
    select p.person_id as mentor, m.mentee_id as mentee, p.unit, m.started_on as began, p.places
    from mentor_places p join mentorships m on m.mentor_id = p.person_id
    join agreements a on a.mentorship_id = m.id and a.unit = p.unit
    where not exists (select 1 from blocks where (blocker_id = m.mentor_id and blocked_id = m.mentee_id)
      or (blocker_id = m.mentee_id and blocked_id = m.mentor_id))`)
  const lasts = held.filter(({ unit, began, mentee }) => {
    const days = LASTS[unit]
    return !days || counted(began, days, nations.get(mentee) as Nation) >= seen.latest
  })
  const given = groupBy(lasts, ({ mentor, unit }) => `${mentor} ${unit}`)
  for (const [whose, all] of given)
    expect(all.length, `places given by ${whose}`).toBeLessThanOrEqual(all[0]?.places ?? 0)
}

/** Every clock that was started since the last look ends on the fifth school day, counted by hand, and none on a holiday. */
export async function clocksAreRight(w: AskingWorld, seen: Seen, startedOn: Day) {
  const { requests, asks } = await openNow(w)
  for (const ask of asks) {
    const before = seen.asks.get(ask.id)
    const askerId = requests.get(ask.requestId)?.askerId ?? ''
    const waitsFor = ask.state === 'question' ? askerId : ask.mentorId
    const nation = w.nations.get(waitsFor) as Nation
    if (isHeld(ask) && (before?.dueOn !== ask.dueOn || before?.state !== ask.state)) {
      seen.clocks += 1
      seen.started.set(ask.id, startedOn)
      expect([ask.remindOn, ask.dueOn]).toEqual([
        counted(startedOn, 3, nation),
        counted(startedOn, 5, nation),
      ])
    }
    if (before?.state === 'asked' && ask.state === 'passed') {
      seen.passes += 1
      if ((before.dueOn ?? '') < dayOf(w.clock.now) && ask.remindedAt === null) seen.unreminded += 1
      const since = seen.started.get(ask.id) ?? startedOn
      seen.longest = Math.max(seen.longest, between(since, dayOf(w.clock.now), nation))
    }
  }
  for (const ask of asks) seen.asks.set(ask.id, ask)
}

const PASSED = ['request.apart', 'request.away', 'request.declined', 'request.silent', 'request.unanswered']

/** Whoever asked was told of every turn that ended, every question, and the end; nobody was reminded twice of one thing. */
export async function everybodyWasTold(w: AskingWorld) {
  const { read } = w.house.store
  const requests = await read.select().from(mentoringRequests)
  const told = await read.select().from(notifications)
  const acts = await read.select().from(ledger)
  for (const { id, askerId, state: end, listRound } of requests) {
    const notices = (...kinds: string[]) =>
      told.filter((one) => one.refs.request === id && kinds.includes(one.kind) && one.personId === askerId)
        .length
    const entries = (type: string) =>
      acts.filter((one) => one.type === type && one.refs.request === id).length
    expect(notices(...PASSED), 'turns that ended').toBe(entries('request.passed'))
    expect(notices('request.question'), 'questions').toBe(entries('request.asked_first'))
    expect(notices('request.accepted')).toBe(end === 'accepted' ? 1 : 0)
    expect(notices('request.unfilled')).toBe(end === 'unanswered' ? 1 : 0)
    expect(notices('request.still'), 'rounds').toBe(end === 'unanswered' ? listRound - 1 : listRound)
    expect(notices('request.your_turn')).toBeLessThanOrEqual(entries('request.asked_first'))
  }
  const reminders = told.filter(({ kind }) => kind === 'request.reminder' || kind === 'request.your_turn')
  const days = reminders.map((one) => [one.personId, one.refs.request, dayOf(one.createdAt)].join(' '))
  expect(new Set(days).size, 'reminders of one clock').toBe(days.length)
  return { requests: requests.length, reminders: reminders.length }
}
