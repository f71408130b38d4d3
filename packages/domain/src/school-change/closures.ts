import { and, eq, inArray, lte, ne, schoolChanges, schools, sql, type Tx } from '@wirearchy/db'
import { addDays, type Ctx, type Day } from '@wirearchy/domain'
import { type ChangeRow, setState, writeChange } from './changes.ts'
import { askPeople } from './tell.ts'

/** So long stays at a closed school are left open: 29 % of the register's links come late (domain.md 0.4). */
const LATE_DAYS = 120
/** And so long after we first heard of it, so that everybody there was asked. */
const ASKED_MS = 14 * 86_400_000

/** Closed schools with stays that nobody has ended, of which nothing else is known or waits. */
const UNNOTED = sql`
  select distinct place.id as id, place.closed_on as "closedOn" from stints s
  join schools place on place.id = s.school_id and place.status = 'closed' and place.kind = 'school'
  where s.voided_at is null and s.finished_on is null and s.started_on <= coalesce(place.closed_on, s.started_on)
    and not exists (select 1 from school_changes c where c.from_school_id = place.id
      and (c.kind in ('merged', 'split', 'closed') or (c.kind = 'replaced' and c.state = 'needs_review'))
      and (c.state in ('applied', 'proposed', 'needs_review') or c.decided_at is not null and c.kind = 'closed'))
  order by 1`

/**
 * Notes every school that closed with people in it and nowhere to go on: they are asked, and flagged, and nothing
 * else happens for 120 days.
 * @returns how many were new
 */
export async function noteClosures(ctx: Ctx, importId: string | null): Promise<number> {
  const found = await ctx.store.read.rows<{ id: string; closedOn: Day | null }>(UNNOTED)
  const past = found.filter(({ closedOn }) => closedOn === null || closedOn < ctx.today)
  for (const { id, closedOn } of past)
    await ctx.store.tx(async (tx) => {
      const why = closedOn
        ? null
        : 'The register says that it is closed, but not since when. Find out its last day.'
      const change = await writeChange(tx, ctx, {
        ...{
          kind: 'closed',
          fromSchoolId: id,
          toSchoolId: null,
          effectiveOn: closedOn ?? ctx.today,
          why,
          importId,
        },
        ...{ state: closedOn ? 'proposed' : 'needs_review', cause: `closed ${id}` },
      })
      await askPeople(tx, ctx, change)
    })
  return past.length
}

/** A school that was taken as closed and is open again: its people never left. @returns how many */
export async function noteReopenings(ctx: Ctx): Promise<number> {
  const rows = await ctx.store.read
    .select({ change: schoolChanges, status: schools.status })
    .from(schoolChanges)
    .innerJoin(schools, eq(schools.id, schoolChanges.fromSchoolId))
    .where(
      and(
        ...[
          eq(schoolChanges.kind, 'closed'),
          inArray(schoolChanges.state, ['proposed', 'applied', 'needs_review']),
        ],
        ne(schools.status, 'closed'),
      ),
    )
  for (const { change } of rows) await ctx.store.tx((tx) => reopen(tx, ctx, change))
  return rows.length
}

async function reopen(tx: Parameters<typeof setState>[0], ctx: Ctx, change: ChangeRow) {
  const was = change.state
  await setState(tx, ctx, change, was === 'applied' ? 'undone' : 'rejected', { why: 'It is open again.' })
  const { fromSchoolId } = change
  if (was === 'applied')
    await writeChange(tx, ctx, {
      ...{ kind: 'reopened', fromSchoolId, toSchoolId: null, effectiveOn: ctx.today, state: 'applied' },
      cause: `reopened ${change.id}`,
    })
}

/**
 * Ends that have waited long enough for a link that did not come. Where people have told of time at the school since
 * its last day, the register and they disagree: nobody's days are taken, and somebody has to look.
 * @returns how many schools
 */
export async function applyOverdue(ctx: Ctx): Promise<number> {
  const due = await ctx.store.read
    .select()
    .from(schoolChanges)
    .where(
      and(
        ...[eq(schoolChanges.kind, 'closed'), eq(schoolChanges.state, 'proposed')],
        lte(schoolChanges.effectiveOn, addDays(ctx.today, -LATE_DAYS)),
        lte(schoolChanges.createdAt, ctx.now - ASKED_MS),
      ),
    )
  const closed = []
  for (const change of due) closed.push(await ctx.store.tx((tx) => applyOne(tx, ctx, change)))
  return closed.filter(Boolean).length
}

const LATER_WORD =
  'People have told of starting there after its last day. Find out whether it has closed, and when.'

async function applyOne(tx: Tx, ctx: Ctx, change: ChangeRow): Promise<boolean> {
  const { fromSchoolId, effectiveOn } = change
  const [later] = await tx.rows(sql`select 1 as found from stints
    where school_id = ${fromSchoolId} and voided_at is null and started_on > ${effectiveOn} limit 1`)
  await setState(tx, ctx, change, later ? 'needs_review' : 'applied', later ? { why: LATER_WORD } : {})
  return !later
}
