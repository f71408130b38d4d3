import { type SQL, sql } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import { figure, peopleAt } from './figure.ts'
import type { ChangesToReview } from './input.ts'
import { mustReview } from './reviewer.ts'

export type ChangeKind = 'replaced' | 'merged' | 'split' | 'closed' | 'reopened' | 'renamed'
export type ChangeState = 'proposed' | 'applied' | 'needs_review' | 'rejected' | 'undone'

/** A school as one side of a change: enough to tell it from its namesakes. */
export interface Side {
  id: string
  name: string
  town: string | null
  urn: string | null
  status: string
}

export interface ChangeLine {
  id: string
  kind: ChangeKind
  state: ChangeState
  effectiveOn: Day
  /** Why it waits, or what was decided, in a sentence. */
  why: string | null
  from: Side
  to: Side | null
  /** How many people are at the school today, from five on; null says fewer. */
  people: number | null
}

const A_PAGE = 20

/**
 * Changes of schools, oldest first: those that wait for a decision when not said otherwise.
 * @throws Problem not_found for whoever does not look after the list
 */
export async function changesToReview(ctx: Ctx, { show = 'waiting', kind, page = 1 }: ChangesToReview) {
  await mustReview(ctx)
  const shown = sql`${SHOWN[show]} and ${kind ? sql`c.kind = ${kind}` : sql`true`}`
  const [counts, lines] = [
    await countsOf(ctx, SHOWN[show]),
    await linesWhere(ctx, shown, page, show !== 'waiting'),
  ]
  const total = kind ? (counts.find((one) => one.kind === kind)?.count ?? 0) : sum(counts)
  return {
    show,
    kind: kind ?? null,
    counts,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / A_PAGE)),
    lines,
  }
}

const QUESTIONED = `(c.state = 'applied' and c.why is not null and c.kind <> 'renamed' and c.decided_at is null)`

/** What somebody took back waits to be decided anew; so does what the rules did and a later file made doubtful. */
const SHOWN: Record<NonNullable<ChangesToReview['show']>, SQL> = {
  waiting: sql`(c.state = 'needs_review' or (c.state = 'undone' and c.decided_at is not null) or ${sql.raw(QUESTIONED)})`,
  decided: sql`c.decided_at is not null and c.state in ('applied', 'rejected')`,
  by_rule: sql`c.decided_at is null and c.state = 'applied' and not ${sql.raw(QUESTIONED)}`,
}

const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0)

/** How many there are of each kind, the most first. */
async function countsOf({ store }: Ctx, shown: SQL) {
  const rows = await store.read.rows<{ kind: ChangeKind; count: number }>(
    sql`select c.kind as kind, count(*) as count from school_changes c where ${shown} group by c.kind order by 2 desc, 1`,
  )
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }))
}

interface Row extends Omit<ChangeLine, 'from' | 'to' | 'people'> {
  fromId: string
  fromName: string
  fromTown: string | null
  fromUrn: string | null
  fromStatus: string
  toId: string | null
  toName: string | null
  toTown: string | null
  toUrn: string | null
  toStatus: string | null
  people: number
}

/** The rows that fit, with both sides; what was decided last comes first, what waits longest comes first. */
export async function linesWhere(
  ctx: Ctx,
  which: SQL,
  page: number,
  isNewestFirst: boolean,
): Promise<ChangeLine[]> {
  const order = isNewestFirst
    ? sql`coalesce(c.decided_at, c.applied_at) desc, c.id desc`
    : sql`c.created_at, c.effective_on, c.id`
  const rows = await ctx.store.read.rows<Row>(sql`
    select c.id as id, c.kind as kind, c.state as state, c.effective_on as "effectiveOn", c.why as why,
      f.id as "fromId", f.name as "fromName", f.town as "fromTown", f.status as "fromStatus", ${urnOf('f')} as "fromUrn",
      t.id as "toId", t.name as "toName", t.town as "toTown", t.status as "toStatus", ${urnOf('t')} as "toUrn",
      ${peopleAt(sql`f.id`, ctx.today)} as people
    from school_changes c join schools f on f.id = c.from_school_id left join schools t on t.id = c.to_school_id
    where ${which} order by ${order} limit ${A_PAGE} offset ${(page - 1) * A_PAGE}`)
  return rows.map(lineOf)
}

/** A school's present URN, else the last it had. */
export const urnOf = (school: string): SQL => sql`(select e.ref from school_establishments e
  where e.school_id = ${sql.raw(school)}.id and e.scheme = 'gias' order by e.until_on is not null, e.ref desc limit 1)`

function lineOf(row: Row): ChangeLine {
  const { id, kind, state, effectiveOn, why, fromId, fromName, fromTown, fromUrn, fromStatus } = row
  const { toId, toName, toTown, toUrn, toStatus } = row
  return {
    ...{ id, kind, state, effectiveOn, why, people: figure(row.people) },
    from: { id: fromId, name: fromName, town: fromTown, urn: fromUrn, status: fromStatus },
    to: toId ? { id: toId, name: toName ?? '', town: toTown, urn: toUrn, status: toStatus ?? '' } : null,
  }
}
