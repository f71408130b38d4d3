import { type SQL, sql } from '@wirearchy/db'
import { addDays, type Ctx, type Day, dayOf } from '@wirearchy/domain'
import {
  addSchoolDays,
  halfTermsBetween,
  type Nation,
  nationIn,
  schoolDaysBetween,
} from '@wirearchy/domain/calendar'
import { goesOn } from './standing.ts'

/** How many school days somebody has for an answer. A holiday never counts. */
const DAYS_TO_ANSWER = 10
const THREE_WEEKS = 21
/** Longer than any holiday and the days to answer after it. */
const LOOK_BACK = 100
const WEEK_MS = 7 * 86_400_000
const NATIONS: Nation[] = ['england', 'wales', 'scotland', 'northern_ireland']

export interface DueCheckIn {
  mentorshipId: string
  by: 'mentor' | 'mentee'
  kind: 'first_meeting' | 'three_weeks' | 'half_term'
  personId: string
  otherId: string
  dueOn: Day
}

type Found = Omit<DueCheckIn, 'dueOn' | 'kind'> & { at: number; nation: Nation }

/** True while there is time for an answer. */
export const isOpen = (dueOn: Day, today: Day, nation: Nation) =>
  schoolDaysBetween(dueOn, today, nation) <= DAYS_TO_ANSWER

/** Every check-in whose day has come and that is not written yet, each by its person's own school days. */
export async function dueCheckIns(ctx: Ctx): Promise<DueCheckIn[]> {
  const due = [...(await firstMeetings(ctx)), ...(await threeWeeks(ctx))]
  for (const nation of NATIONS) due.push(...(await halfTerms(ctx, nation)))
  return due
}

async function firstMeetings(ctx: Ctx): Promise<DueCheckIn[]> {
  const where = sql`side.at > ${ctx.now - LOOK_BACK * 86_400_000}`
  const found = await going(ctx, { kind: 'first_meeting', at: firstMet, where })
  return inTime(ctx, 'first_meeting', found, ({ at, nation }) => addSchoolDays(dayOf(at), 1, nation))
}

async function threeWeeks(ctx: Ctx): Promise<DueCheckIn[]> {
  const [from, to] = [addDays(ctx.today, -LOOK_BACK), addDays(ctx.today, -THREE_WEEKS)]
  const where = sql`side.started_on between ${from} and ${to} and side.is_long`
  const found = await going(ctx, { kind: 'three_weeks', at: startOf, where })
  return inTime(ctx, 'three_weeks', found, ({ at, nation }) =>
    addSchoolDays(addDays(dayOf(at), THREE_WEEKS), 0, nation),
  )
}

async function halfTerms(ctx: Ctx, nation: Nation): Promise<DueCheckIn[]> {
  const last = halfTermsBetween(addDays(ctx.today, -LOOK_BACK), ctx.today, nation).at(-1)?.finishedOn
  if (!last || !isOpen(last, ctx.today, nation)) return []
  const begun = sql`side.is_long and side.started_on <= ${addDays(last, -THREE_WEEKS)}`
  const where = sql`${begun} and side.nation = ${nation}`
  const found = await going(ctx, { kind: 'half_term', at: startOf, where, dueOn: last })
  return inTime(ctx, 'half_term', found, () => last)
}

const inTime = (
  { today }: Ctx,
  kind: DueCheckIn['kind'],
  found: Found[],
  dueOn: (side: Found) => Day,
): DueCheckIn[] =>
  found
    .map((side) => ({ ...side, kind, dueOn: dueOn(side) }))
    .filter(({ dueOn: day, nation }) => day <= today && isOpen(day, today, nation))

/** The first meeting of the two that this side may know of as held. */
const firstMet = (side: 'mentor' | 'mentee', now: number): SQL => sql`(
  select min(met.starts_at) from mentorships same join meetings met on met.mentorship_id = same.id
  where same.mentor_id = chapter.mentor_id and same.mentee_id = chapter.mentee_id and met.state = 'happened'
  and (${sql.raw(`met.${side}_said`)} = 'yes' or met.ends_at <= ${now - WEEK_MS}
    or (met.mentor_said is not null and met.mentee_said is not null)))`

const startOf = (): SQL => sql`(unixepoch(chapter.started_on, '12:00') * 1000)`

interface Wanted {
  kind: DueCheckIn['kind']
  at: (side: 'mentor' | 'mentee', now: number) => SQL
  where: SQL
  /** For what comes again and again: the one meant. Without it, one of its kind for the two is enough for good. */
  dueOn?: Day
}

/** Both sides of all mentoring that goes on and has no such check-in yet. */
function going({ store, now, today }: Ctx, { kind, at, where, dueOn }: Wanted): Promise<Found[]> {
  const side = (by: 'mentor' | 'mentee', other: 'mentor' | 'mentee') => sql`
    select chapter.id as id, ${by} as "by", ${sql.raw(`chapter.${by}_id`)} as person_id,
      ${sql.raw(`chapter.${other}_id`)} as other_id, chapter.started_on as started_on, ${at(by, now)} as at,
      coalesce(terms.unit, 'year') in ('half_term', 'year') as is_long,
      ${nationIn(sql.raw(`chapter.${by}_id`))} as nation
    from mentorships chapter left join agreements terms on terms.mentorship_id = chapter.id
    where chapter.voided_at is null and chapter.started_on <= ${today}
    and coalesce(chapter.finished_on, '9999-12-31') >= ${today} and ${goesOn(today)}
    and not exists (select 1 from mentorships same join check_ins held on held.mentorship_id = same.id
      where same.mentor_id = chapter.mentor_id and same.mentee_id = chapter.mentee_id
      and held."by" = ${by} and held.kind = ${kind} ${dueOn ? sql`and held.due_on = ${dueOn}` : sql``})`
  return store.read.rows<Found>(sql`
    select side.id as "mentorshipId", side."by" as "by", side.person_id as "personId", side.other_id as "otherId", side.at as "at", side.nation as nation
    from (${side('mentor', 'mentee')} union all ${side('mentee', 'mentor')}) side
    where side.at is not null and ${where} order by side.id`)
}
