import { sql } from '@wirearchy/db'
import { type Day, dayAsked, isOver, type MemberCtx } from '@wirearchy/domain'
import { liveOn, mustSee, peerMemberships } from '@wirearchy/domain/visibility'
import { factsOf, type Pause, type Stay } from './facts.ts'
import { factsAsOf } from './facts-as-of.ts'
import type { PersonRef } from './input.ts'
import { seenStays } from './profile-of.ts'
import { lastDayToItself } from './project.ts'

/** One entry of a career: time at a school, time in a training group, or (one's own page) a break. */
export interface CareerItem {
  id: string
  kind: 'school' | 'group' | 'break'
  title: string
  /** Where its page is: a school's id, a group's slug; null when it has none. */
  pageId: string | null
  /** "ECT", "placement", "Physics". */
  detail: string | null
  startedOn: Day
  finishedOn: Day | null
  /** Whether it is over, goes on, or is still to come. */
  when: 'before' | 'now' | 'next'
}
type Undated = Omit<CareerItem, 'when'>

export interface Career {
  /** The day it is told on. */
  today: Day
  /** Oldest first. */
  items: CareerItem[]
}

/**
 * A person's career in order of its days, as far as the viewer may see it. Gaps are ordinary: nothing
 * stands in them. Days inclusive; no end means that it goes on. As of an earlier day: what had begun by then, as it was.
 * @throws Problem bad_input for a day to come
 * @throws Problem not_found for who is out of sight
 */
export async function careerLine(ctx: MemberCtx, { id, asOf }: PersonRef): Promise<Career> {
  const on = dayAsked(ctx, asOf)
  await mustSee(ctx, id)
  const facts = await factsAsOf(ctx, await factsOf(ctx, id), on)
  const seen = await seenStays(ctx, id)
  const stays = id === ctx.viewer ? facts.stays : facts.stays.map(lastDayToItself(ctx.today))
  const items = [
    ...stays.filter((stay) => seen.has(stay.id)).map(fromStay),
    ...(await groupItems(ctx, id, on)),
    ...(id === ctx.viewer ? facts.pauses.map(fromPause) : []),
  ]
  items.sort((a, b) => order(a).localeCompare(order(b)))
  return { today: on, items: items.map((item) => ({ ...item, when: whenIs(item, on) })) }
}

const whenIs = (item: Undated, today: Day) =>
  item.startedOn > today ? 'next' : isOver(item, today) ? 'before' : 'now'

const order = ({ startedOn, kind, id }: Undated) => `${startedOn} ${kind} ${id}`

const fromStay = ({
  id,
  schoolName,
  schoolId,
  isSchool,
  role,
  kind,
  startedOn,
  finishedOn,
}: Stay): Undated => ({
  id,
  kind: 'school',
  title: schoolName,
  pageId: isSchool ? schoolId : null,
  detail: [role, kind === 'employed' ? null : kind].filter(Boolean).join(', ') || null,
  startedOn,
  finishedOn,
})

const fromPause = ({ id, startedOn, expectedReturnOn, finishedOn }: Pause): Undated => ({
  id,
  kind: 'break',
  title: 'On a break',
  pageId: null,
  detail: null,
  startedOn,
  finishedOn: finishedOn ?? expectedReturnOn,
})

/** One's own groups; of others, those shared at some time (a last day ahead is theirs to tell), and those the viewer leads now. */
async function groupItems(ctx: MemberCtx, personId: string, on: Day): Promise<Undated[]> {
  const { viewer, today, store } = ctx
  const shown = sql`
    select own.id from group_memberships own where own.person_id = ${viewer}
    union select theirs.id from ${peerMemberships(viewer)} and mine.started_on <= ${today} and theirs.started_on <= ${today}
    union select led.id from group_leads lead_ join group_memberships led on led.group_id = lead_.group_id
      where lead_.person_id = ${viewer} and ${liveOn('lead_', today)}`
  /** On an earlier day an end to come was not one’s own to know either: the course went on. */
  const isPast = sql`${on} < ${today}`
  return store.read.rows<Undated>(sql`
    select m.id as "id", 'group' as "kind", g.name as "title", g.slug as "pageId", g.subject as "detail",
      m.started_on as "startedOn",
      case when (m.person_id = ${viewer} and not ${isPast}) or coalesce(m.finished_on, '') < ${on} then m.finished_on else g.finished_on end as "finishedOn"
    from group_memberships m join groups g on g.id = m.group_id
    where m.person_id = ${personId} and m.voided_at is null and m.id in (${shown})
      and (not ${isPast} or m.started_on <= ${on})`)
}
