import {
  agreements,
  checkIns,
  endings,
  goalSteps,
  goals,
  handovers,
  handoverWords,
  meetings,
  mentorships,
  spaceNotes,
  sql,
  type Tx,
} from '@wirearchy/db'
import { row, said } from './said.ts'
import type { TessWorld } from './world.ts'

/** The space of a pair in which everything has been said once. */
export async function withHerMentor(w: TessWorld, tx: Tx, mentorshipId: string) {
  const { hers } = w
  const [goal, step, meeting, note, own, theirs] = [row(w), row(w), row(w), row(w), row(w), row(w)]
  const at = { mentorshipId }
  const aims = { aims: said(w, 'aims'), stopping: said(w, 'stopping'), unit: 'year' as const }
  await tx.insert(agreements).values({ ...at, ...aims, createdAt: 1, updatedAt: 1 })
  await tx.insert(goals).values({ ...goal, ...at, by: 'mentee', text: said(w, 'goal') })
  await tx.insert(goalSteps).values({ ...step, goalId: goal.id, whose: 'mentee', text: said(w, 'step') })
  const when = { startsAt: Date.parse('2026-03-24T16:00:00Z'), endsAt: Date.parse('2026-03-24T16:30:00Z') }
  const met = { ...at, way: 'in_person' as const, proposedBy: 'mentee' as const, updatedAt: 1, ...when }
  await tx.insert(meetings).values([
    { ...meeting, ...met, place: said(w, 'place'), hopedFor: said(w, 'hopedFor'), state: 'booked' },
    { ...row(w), ...met, reason: said(w, 'cancelReason'), state: 'cancelled', sequence: 1 },
  ])
  await tx.insert(spaceNotes).values([
    { ...note, ...at, by: 'mentee', isPrivate: false, text: said(w, 'sharedNote') },
    { ...own, ...at, by: 'mentee', isPrivate: true, text: said(w, 'privateNote') },
    { ...theirs, ...at, by: 'mentor', isPrivate: true, text: said(w, 'mentorsNote') },
  ])
  const check = { ...at, kind: 'first_meeting' as const, dueOn: '2026-03-02', useful: 2, going: 3 }
  const [mine, mentors] = [row(w), row(w)]
  await tx.insert(checkIns).values([
    { ...mine, ...check, by: 'mentee', line: said(w, 'checkInLine'), answeredAt: 2 },
    { ...mentors, ...check, by: 'mentor', line: said(w, 'mentorsLine'), answeredAt: 2 },
  ])
  Object.assign(hers, { goalId: goal.id, stepId: step.id, meetingId: meeting.id, checkInId: mine.id })
  Object.assign(hers, { noteId: note.id, privateNoteId: own.id, mentorsNoteId: theirs.id })
}

/** What her earlier mentor and the one from her school have of her: an ending, a page that is handed over, and one that is not. */
export async function movesOn(w: TessWorld, tx: Tx) {
  const { hers, people } = w
  const before = { mentorshipId: await chapterOf(w, people.formerMentor, people.self) }
  const ending = { sentence: said(w, 'endSentence'), thanks: said(w, 'thanks'), reason: said(w, 'endReason') }
  await tx.insert(endings).values({ ...row(w), ...before, ...ending, by: 'mentee' })
  await tx.insert(handovers).values({ ...row(w), ...before, text: said(w, 'draft'), updatedAt: 1 })
  const [page, note] = [row(w), row(w)]
  hers.handoverId = page.id
  const at = { mentorshipId: hers.mentorshipId }
  await tx
    .insert(spaceNotes)
    .values({ ...note, ...at, by: 'mentee', isPrivate: false, text: said(w, 'schoolNote') })
  await tx.insert(handovers).values({
    ...{ ...page, ...at, nextMentorshipId: hers.informalMentorshipId, text: said(w, 'handover') },
    ...{ approvedAt: 2, openUntil: '2026-12-31', updatedAt: 2 },
  })
  const word = { ...row(w), handoverId: page.id, by: 'mentee' as const }
  await tx.insert(handoverWords).values({ ...word, text: said(w, 'handoverWord') })
}

/** She mentors somebody too, and writes there. */
export async function isMentorHerself(w: TessWorld, tx: Tx, mentorshipId: string) {
  const at = { mentorshipId, by: 'mentor' as const }
  await tx.insert(agreements).values({ mentorshipId, unit: 'half_term', createdAt: 1, updatedAt: 1 })
  await tx.insert(spaceNotes).values([
    { ...row(w), ...at, isPrivate: false, text: said(w, 'noteToMentee') },
    { ...row(w), ...at, isPrivate: true, text: said(w, 'noteOnMentee') },
  ])
}

/** The chapter of two people. */
export async function chapterOf({ store }: TessWorld, mentorId: string, menteeId: string) {
  const [found] = await store.read
    .select({ id: mentorships.id })
    .from(mentorships)
    .where(sql`mentor_id = ${mentorId} and mentee_id = ${menteeId}`)
  return found?.id ?? ''
}
