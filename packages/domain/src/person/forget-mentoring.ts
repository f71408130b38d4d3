import {
  agreements,
  checkIns,
  endings,
  goalSteps,
  goals,
  handovers,
  handoverWords,
  inList,
  jobs,
  meetings,
  mentoringRequests,
  mentoringWords,
  type SQL,
  spaceNotes,
  sql,
  type Tx,
} from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'

/**
 * What somebody wrote as a mentor or mentee is forgotten, with whomever and in whichever chapter; what the other one
 * wrote stays the other one's. Of words that are both's, those about the mentee go with the mentee.
 */
export async function forgetMentoring(tx: Tx, ctx: Ctx, ids: string[]) {
  await forgetRequests(tx, ids)
  await forgetSpaces(tx, ctx, ids)
  await forgetMeetings(tx, ctx, ids)
  await forgetHandovers(tx, ids)
}

/** Chapters in which they are on one side. */
const chapters = (side: 'mentor' | 'mentee', ids: string[]): SQL =>
  sql`(select id from mentorships where ${sql.raw(`${side}_id`)} in (${inList(ids)}))`

/** True of a row that they wrote, by the side that it names. */
const isTheirs = (ids: string[], side = 'by', chapter = 'mentorship_id'): SQL => {
  const [says, of] = [sql.raw(side), sql.raw(chapter)]
  return sql`((${says} = 'mentor' and ${of} in ${chapters('mentor', ids)})
    or (${says} = 'mentee' and ${of} in ${chapters('mentee', ids)}))`
}

async function forgetRequests(tx: Tx, ids: string[]) {
  const asked = sql`asker_id in (${inList(ids)})`
  await tx.update(mentoringRequests).set({ need: '', topics: [] }).where(asked)
  await tx
    .update(mentoringWords)
    .set({ text: '' })
    .where(sql`
    (by = 'mentor' and ask_id in (select id from mentoring_asks where mentor_id in (${inList(ids)})))
    or (by = 'mentee' and ask_id in (select a.id from mentoring_asks a
      join mentoring_requests r on r.id = a.request_id where r.${asked}))`)
}

async function forgetSpaces(tx: Tx, { now }: Ctx, ids: string[]) {
  const asMentee = sql`mentorship_id in ${chapters('mentee', ids)}`
  await tx.update(agreements).set({ aims: null, stopping: null }).where(asMentee)
  await tx.update(goals).set({ text: '' }).where(isTheirs(ids))
  await tx
    .update(goalSteps)
    .set({ text: '' })
    .where(sql`goal_id in (
    select id from goals g where ${isTheirs(ids)} or ${isTheirs(ids, 'goal_steps.whose', 'g.mentorship_id')})`)
  const gone = sql`coalesce(removed_at, ${now})`
  await tx.update(spaceNotes).set({ text: '', removedAt: gone }).where(isTheirs(ids))
  const blank = { line: null, useful: null, often: null, going: null, wants: null }
  await tx.update(checkIns).set(blank).where(isTheirs(ids))
  await tx.update(endings).set({ sentence: '', thanks: null, reason: null }).where(isTheirs(ids))
}

/** Where they met and why not is nobody's any more. What they had ahead is called off by a job, which tells the other's calendar. */
async function forgetMeetings(tx: Tx, { now: at }: Ctx, ids: string[]) {
  const either = sql`(mentorship_id in ${chapters('mentor', ids)} or mentorship_id in ${chapters('mentee', ids)})`
  await tx.update(meetings).set({ place: null, reason: null }).where(either)
  await tx
    .update(meetings)
    .set({ hopedFor: null })
    .where(sql`mentorship_id in ${chapters('mentee', ids)}`)
  for (const personId of ids)
    await tx.insert(jobs).values({
      ...{ id: newId(at), kind: 'meeting.call-off', payload: { personId }, runAt: at, createdAt: at },
    })
}

async function forgetHandovers(tx: Tx, ids: string[]) {
  await tx
    .update(handovers)
    .set({ text: '' })
    .where(sql`mentorship_id in ${chapters('mentee', ids)}`)
  const pages = (of: string, side: 'mentor' | 'mentee') =>
    sql`handover_id in (select id from handovers where ${sql.raw(of)} in ${chapters(side, ids)})`
  await tx
    .update(handoverWords)
    .set({ text: '' })
    .where(sql`
    (by = 'mentee' and ${pages('mentorship_id', 'mentee')}) or (by = 'mentor' and ${pages('mentorship_id', 'mentor')})
    or (by = 'next_mentor' and ${pages('next_mentorship_id', 'mentor')})`)
}
