import { inList, sql } from '@wirearchy/db'
import { type Day, groupBy } from '@wirearchy/domain'
import { expect } from 'vitest'
import { FOREVER } from './facts.ts'
import { tiesSaid } from './laws.ts'
import { rowsOf } from './step.ts'
import type { Town } from './town.ts'

interface Chapter {
  id: string
  mentorId: string
  menteeId: string
  kind: 'statutory' | 'placement' | 'informal'
  from: Day
  to: Day
  mentorStintId: string | null
  menteeStintId: string | null
}

interface Stay {
  id: string
  personId: string
  schoolId: string
  from: Day
  to: Day
  isVoid: 0 | 1
}

/** How many pairs have their timelines read after a step, beside the rows of all. */
const PAIRS = 3

/**
 * What domain.md 6.2 says of mentorships, read off the rows in plain loops, for these people; for everybody without a
 * list. A school's lies inside both people's stays there and ends with the first to end, one at a time for a mentee's
 * stay; what two people began has no school in it; a tie with a mentor is on both timelines, whatever ended it.
 * @returns how many mentorships were looked at
 */
export async function mentoringHolds(town: Town, among?: string[]): Promise<number> {
  const chapters = await chaptersOf(town, among)
  if (chapters.length === 0) return 0
  const stays = await staysOf(town, chapters)
  for (const one of chapters) {
    expect(one.mentorId, 'L3: a mentor of themselves').not.toBe(one.menteeId)
    if (one.kind === 'statutory') insideBoth(one, stays)
    else
      expect([one.mentorStintId, one.menteeStintId], '6.2: no school in what two began').toEqual([null, null])
  }
  oneAtATime(chapters)
  oneThatGoesOn(chapters)
  for (const one of chapters.slice(0, among ? PAIRS : chapters.length)) await onBothTimelines(town, one)
  return chapters.length
}

const chaptersOf = (town: Town, among?: string[]) => {
  const some = sql`(${inList(among ?? [])})`
  const whose = among ? sql`(mentor_id in ${some} or mentee_id in ${some})` : sql`true`
  return rowsOf<Chapter>(
    town,
    sql`select id, mentor_id as "mentorId", mentee_id as "menteeId", kind, started_on as "from",
      coalesce(finished_on, ${FOREVER}) as "to", mentor_stint_id as "mentorStintId",
      mentee_stint_id as "menteeStintId" from mentorships where voided_at is null and ${whose} order by no desc`,
  )
}

async function staysOf(town: Town, chapters: Chapter[]) {
  const ids = chapters.flatMap(({ mentorStintId, menteeStintId }) => [mentorStintId, menteeStintId])
  const rows = await rowsOf<Stay>(
    town,
    sql`select id, person_id as "personId", school_id as "schoolId", started_on as "from",
      coalesce(finished_on, ${FOREVER}) as "to", voided_at is not null as "isVoid" from stints
      where id in (${inList(ids.filter((id) => id !== null))})`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A school's mentoring is between two stays that stand, at one school, and no day of it is outside either. */
function insideBoth(one: Chapter, stays: Map<string, Stay>) {
  const [mentor, mentee] = [stays.get(one.mentorStintId ?? ''), stays.get(one.menteeStintId ?? '')]
  if (!mentor || !mentee) return expect.unreachable('6.2: a school’s mentoring hangs on both stays')
  expect([mentor.personId, mentee.personId], '6.2: whose stays').toEqual([one.mentorId, one.menteeId])
  expect(mentor.schoolId, '6.2: one school').toBe(mentee.schoolId)
  for (const { from, to, isVoid } of [mentor, mentee]) {
    expect(isVoid, '6.2: a stay that stands').toBe(0)
    expect(from <= one.from && one.to <= to, `6.2: ${one.from}–${one.to} in a stay of ${from}–${to}`).toBe(
      true,
    )
  }
}

/** One mentor of a school's giving at a time in a stay. */
function oneAtATime(chapters: Chapter[]) {
  const given = chapters.filter(({ kind }) => kind === 'statutory')
  for (const all of groupBy(given, ({ menteeStintId }) => String(menteeStintId)).values())
    for (const [n, one] of all.entries())
      for (const other of all.slice(n + 1))
        expect(one.from <= other.to && other.from <= one.to, '6.2: one mentor at a time').toBe(false)
}

/** Two people have one informal chapter at most that goes on: never two of one mentor. */
function oneThatGoesOn(chapters: Chapter[]) {
  const open = chapters.filter(({ kind, to }) => kind === 'informal' && to === FOREVER)
  for (const [pair, all] of groupBy(open, ({ mentorId, menteeId }) => `${mentorId} ${menteeId}`))
    expect(all.length, `6.2: chapters that go on, of ${pair}`).toBe(1)
}

/** Each of the two has the other among their ties from the first day on, ended or not. */
async function onBothTimelines(town: Town, { mentorId, menteeId, from }: Chapter) {
  const latest = town.latest()
  if (from > latest) return
  const [mentors, mentees] = [await tiesSaid(town, mentorId, latest), await tiesSaid(town, menteeId, latest)]
  const since = (said: typeof mentors, kind: string, otherId: string) =>
    said.some((tie) => tie.kind === kind && tie.otherId === otherId && tie.from <= from)
  expect(since(mentors, 'mentee', menteeId), `6.3: on the mentor’s timeline since ${from}`).toBe(true)
  expect(since(mentees, 'mentor', mentorId), `6.3: on the mentee’s timeline since ${from}`).toBe(true)
}
