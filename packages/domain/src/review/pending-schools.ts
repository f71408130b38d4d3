import { type SQL, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { onlyOne, safely } from './change-page.ts'
import { urnOf } from './changes-to-review.ts'
import { figure, peopleAt } from './figure.ts'
import type { PendingSchools } from './input.ts'
import { mustReview } from './reviewer.ts'

export type Outcome = 'listed' | 'own' | 'not_a_school'

/** A school that a member told of by name. Who told of it is nobody's to know. */
export interface PendingSchool {
  id: string
  name: string
  town: string | null
  nation: string | null
  seedCode: string | null
  /** UTC milliseconds. */
  toldAt: number
  /** How many people are there today, from five on; null says fewer. */
  people: number | null
  decision: Decision | null
}

export interface Decision {
  outcome: Outcome
  to: { id: string; name: string; urn: string | null } | null
  why: string | null
  decidedAt: number
}

const A_PAGE = 20

/**
 * Schools told of by name that nobody has looked at yet, oldest first; or those decided, latest first.
 * @throws Problem not_found for whoever does not look after the list
 */
export async function pendingSchools(ctx: Ctx, { show = 'waiting', page = 1 }: PendingSchools) {
  await mustReview(ctx)
  const which = show === 'waiting' ? sql`s.kind = 'pending' and d.id is null` : sql`d.id is not null`
  const [counted] = await ctx.store.read.rows<{ n: number }>(sql`select count(*) as n ${FROM} where ${which}`)
  const total = Number(counted?.n ?? 0)
  const schools = await pendingWhere(ctx, which, page)
  return { show, total, page, pages: Math.max(1, Math.ceil(total / A_PAGE)), schools }
}

const FROM = sql`from schools s
  left join school_decisions d on d.school_id = s.id and d.undone_at is null
  left join schools t on t.id = d.to_school_id`

interface Row extends Omit<PendingSchool, 'decision' | 'people'> {
  people: number
  outcome: Outcome | null
  toId: string | null
  toName: string | null
  toUrn: string | null
  why: string | null
  decidedAt: number | null
}

export async function pendingWhere(ctx: Ctx, which: SQL, page = 1): Promise<PendingSchool[]> {
  const rows = await ctx.store.read.rows<Row>(sql`
    select s.id as id, s.name as name, s.town as town, s.nation as nation, s.created_at as "toldAt",
      (select e.ref from school_establishments e where e.school_id = s.id and e.scheme = 'seed' limit 1) as "seedCode",
      ${peopleAt(sql`s.id`, ctx.today)} as people, d.outcome as outcome, d.why as why, d.decided_at as "decidedAt",
      t.id as "toId", t.name as "toName", ${urnOf('t')} as "toUrn"
    ${FROM} where ${which} order by d.decided_at desc, s.created_at, s.no limit ${A_PAGE} offset ${(page - 1) * A_PAGE}`)
  return rows.map(schoolOf)
}

function schoolOf({ outcome, toId, toName, toUrn, why, decidedAt, people, ...school }: Row): PendingSchool {
  const to = toId ? { id: toId, name: toName ?? '', urn: toUrn } : null
  const decision = outcome ? { outcome, to, why, decidedAt: decidedAt ?? 0 } : null
  return { ...school, people: figure(people), decision }
}

/**
 * The school told of by name whose id ends so: enough to type at a terminal.
 * @throws Problem not_found for none · bad_input for several
 */
export async function pendingEndingIn(ctx: Ctx, ending: string): Promise<string> {
  await mustReview(ctx)
  const which = sql`s.id like ${`%${safely(ending)}`} and (s.kind = 'pending' or d.id is not null)`
  return onlyOne(
    await ctx.store.read.rows<{ id: string }>(sql`select s.id as id ${FROM} where ${which} limit 2`),
    ending,
  )
}
