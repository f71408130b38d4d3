import { accountEmails, schoolLeads, sql } from '@wirearchy/db'
import { type Day, newId } from '@wirearchy/domain'
import { ask } from '@wirearchy/domain/connection'
import { addStint, importStint, startMentorship } from '@wirearchy/domain/stint'
import { AddStint } from '@wirearchy/domain/stint/input'
import type { TessWorld } from './world.ts'

/** The schools, who was where and when, who looks after them, and what hangs on Tess's stay. */
export async function fillStays(w: TessWorld) {
  const { people, tokens, house } = w
  const [current, past] = [
    await house.school(tokens.currentSchool[0] as string),
    await house.school(tokens.pastSchool[0] as string),
  ]
  const future = await house.school(tokens.futureSchool[0] as string)
  w.schools = { current, past, future, elsewhere: await house.school('Elsewhere Academy') }
  await imported(w, people.self, past, '2022-09-01', '2024-07-19')
  await imported(w, people.formerColleague, past, '2021-09-01', '2024-03-28')
  const startedOn = tokens.startDay[0] as Day
  const stintId =
    w.state === 'told'
      ? await told(w, people.self, current, startedOn)
      : await imported(w, people.self, current, startedOn)
  for (const one of ['colleague', 'leadColleague', 'schoolMentor', 'whoBlockedHer'] as const)
    await imported(w, people[one], current, '2020-09-01')
  await looksAfter(w, people.lead, current)
  await looksAfter(w, people.leadColleague, current, false)
  await looksAfter(w, people.formerLead, past)
  await looksAfter(w, people.futureLead, future)
  const addressId = await giveWorkAddress(w, stintId)
  w.hers = { ...NONE_YET, stintId, addressId } as TessWorld['hers']
  w.hers.mentorshipId = await schoolMentoring(w)
  const asked = { personId: people.formerColleague, sentence: tokens.sentence[0] as string }
  w.hers.requestId = (await ask(w.as(people.self), asked)).requestId
}

const NONE_YET = {
  ...{ moveId: '', claimId: '', mentorshipId: '', requestId: '', invitation: '' },
  ...{ changeId: '', toldSchoolId: '' },
}

/** A stay that a register told of, and so confirmed. */
export async function imported(
  w: TessWorld,
  personId: string,
  schoolId: string,
  startedOn: Day,
  finishedOn: Day | null = null,
) {
  const stay = { personId, schoolId, kind: 'employed' as const, role: null, startedOn, finishedOn }
  await w.store.tx((tx) => importStint(tx, w.house.ctx(), stay))
  return newestStay(w, personId, schoolId)
}

const told = async (w: TessWorld, personId: string, schoolId: string, startedOn: Day) =>
  (await addStint(w.as(personId), AddStint.parse({ schoolId, startedOn }))).stintId

async function newestStay(w: TessWorld, personId: string, schoolId: string): Promise<string> {
  const [row] = await w.store.read.rows<{ id: string }>(
    sql`select id from stints where person_id = ${personId} and school_id = ${schoolId} and voided_at is null`,
  )
  return row?.id ?? ''
}

/** A grant to act for a school; the lead's own stay there is their word alone, so that they are near nobody. */
async function looksAfter(w: TessWorld, personId: string, schoolId: string, withStay = true) {
  if (withStay) await told(w, personId, schoolId, '2019-09-02')
  const grant = { id: newId(1), personId, schoolId, startedOn: '2019-09-02', grantedBy: 'operator' }
  await w.store.tx((tx) => tx.insert(schoolLeads).values(grant))
}

async function giveWorkAddress(w: TessWorld, stintId: string) {
  const id = newId(w.house.ctx().now)
  const row = { id, accountId: w.accounts.self as string, email: w.tokens.workEmail[0] as string }
  await w.store.tx((tx) =>
    tx.insert(accountEmails).values({ ...row, kind: 'work', stintId, verifiedAt: 1, createdAt: 1 }),
  )
  return id
}

/** The mentor that Tess's school gave her. */
async function schoolMentoring(w: TessWorld) {
  const mentorStintId = await newestStay(w, w.people.schoolMentor, w.schools.current)
  const startsOn = w.tokens.mentoringDay[0] as Day
  const asked = { mentorStintId, menteeStintId: w.hers.stintId, startsOn }
  return (await startMentorship(w.as(w.people.lead), asked)).mentorshipId
}
