import {
  calendarFeeds,
  keptApart,
  letterLinks,
  mentorHours,
  mentoringAsks,
  mentoringRequests,
  mentoringWords,
  mentorOffers,
  mentorPlaces,
  noticeChoices,
  type Tx,
} from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { fillProgramme } from './programme.ts'
import { row, said } from './said.ts'
import { chapterOf, isMentorHerself, movesOn, withHerMentor } from './spaces.ts'
import type { TessWorld } from './world.ts'

/** What Tess and her mentors make of it: a request that waits, three spaces with words in them, an offer that is closed. */
export async function fillMentoring(w: TessWorld) {
  w.hers.informalMentorshipId = await chapterOf(w, w.people.mentor, w.people.self)
  await w.store.tx(async (tx) => {
    await asks(w, tx)
    await offers(w, tx)
    await withHerMentor(w, tx, w.hers.informalMentorshipId)
    await movesOn(w, tx)
    await isMentorHerself(w, tx, await chapterOf(w, w.people.self, w.people.mentee))
    await keepsForHerself(w, tx)
  })
  await fillProgramme(w)
}

/** Her connection has the clock and asked something first; who mentors her is next. */
async function asks(w: TessWorld, tx: Tx) {
  const { people, hers } = w
  const [request, ask, later] = [row(w), row(w), row(w)]
  hers.needId = request.id
  hers.askId = ask.id
  const how = { unit: 'call' as const, topics: ['behaviour'], ways: ['online'], soon: 'fortnight' as const }
  await tx
    .insert(mentoringRequests)
    .values({ ...request, ...how, askerId: people.self, need: said(w, 'need'), createdAt: w.house.ctx().now })
  const days = { askedAt: w.house.ctx().now, remindOn: '2026-03-19', dueOn: '2026-03-23' }
  const turn = { requestId: request.id }
  await tx
    .insert(mentoringAsks)
    .values({ ...ask, ...turn, ...days, mentorId: people.connection, rank: 1, state: 'asked' })
  await tx
    .insert(mentoringAsks)
    .values({ ...later, ...turn, mentorId: people.formerConnection, rank: 2, state: 'next' })
  const words = { askId: ask.id }
  await tx.insert(mentoringWords).values([
    { ...row(w), ...words, by: 'mentor', text: 'Which year group is it?' },
    { ...row(w), ...words, by: 'mentee', text: said(w, 'answer') },
  ])
}

/** What others offer who are asked, and what Tess offered once. */
async function offers({ people, hers, tokens, house }: TessWorld, tx: Tx) {
  const now = house.ctx().now
  const most = {
    topics: ['behaviour'],
    phases: [],
    subjects: [],
    ways: ['online'],
    openedAt: 1,
    updatedAt: 1,
  }
  const note = tokens.offerNote[0] as string
  await tx.insert(mentorOffers).values([
    { ...most, personId: people.self, note, closedAt: now },
    { ...most, personId: people.connection },
    { ...most, personId: people.formerConnection },
  ])
  for (const personId of [people.self, people.connection, people.formerConnection])
    for (const unit of ['question', 'call'] as const)
      await tx.insert(mentorPlaces).values({ id: newId(now), personId, unit, places: 2 })
  hers.hoursId = newId(now)
  const week = { weekday: 4, startMinute: 930, endMinute: 990, way: 'online' as const }
  await tx.insert(mentorHours).values({ ...week, id: hers.hoursId, personId: people.self })
}

/** What is nobody's but hers: whom to keep apart from, how letters may come, and the addresses that are keys. */
async function keepsForHerself(w: TessWorld, tx: Tx) {
  const { hers, people, tokens, newcomer } = w
  const personId = people.self
  const [apart, feed, link] = [row(w), row(w), row(w)]
  hers.hoursId = newId(w.house.ctx().now)
  const evening = { weekday: 2, startMinute: 1020, endMinute: 1080, way: 'phone' as const }
  await tx.insert(mentorHours).values({ id: hers.hoursId, personId, ...evening })
  await tx.insert(keptApart).values({ ...apart, personId, otherId: newcomer, why: 'dispute' })
  await tx.insert(noticeChoices).values({ personId, kind: said(w, 'noticeKind'), pace: 'weekly' })
  await tx.insert(calendarFeeds).values({ ...feed, personId })
  const input = { need: said(w, 'linkInput') }
  await tx
    .insert(letterLinks)
    .values({ ...link, personId, act: 'none', input, expiresAt: Date.parse('2027-01-01') })
  Object.assign(hers, { apartId: apart.id, feedId: feed.id, linkId: link.id })
  Object.assign(tokens, { apart: [apart.id], feed: [feed.id], link: [link.id] })
}
