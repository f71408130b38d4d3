import { type Reader, sql, type Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { followSchools } from '@wirearchy/domain/stint'
import { tellCarried } from './tell.ts'

/** A school, and every row that once stood for it under another number: the id a change was written with, and its own. */
const LINE = sql`
  line(change_id, to_school_id, last_day, kind, applied_at, school_id) as (
    select id, to_school_id, effective_on, kind, applied_at, from_school_id from school_changes
      where kind in ('merged', 'closed') and state = 'applied'
    union
    select line.change_id, line.to_school_id, line.last_day, line.kind, line.applied_at, next.from_school_id
      from line join school_changes next on next.to_school_id = line.school_id
        and next.kind = 'replaced' and next.state = 'applied' and next.from_school_id <> next.to_school_id)`

/** Stays that a merger or closure reaches and has not been told to yet. */
const REACHED = sql`
  select s.person_id from line join stints s on s.school_id = line.school_id and s.voided_at is null
    and s.started_on <= line.last_day
    and case line.kind when 'closed' then s.finished_on is null else coalesce(s.finished_on, '9999') > line.last_day end
  where not exists (select 1 from move_claims c where c.person_id = s.person_id and c.school_change_id = line.change_id
      and c.kind = s.kind and (c.by_as <> 'system' or c.says = 'ended' and c.created_at >= line.applied_at)
      and c.objected_at is null)
    and not exists (select 1 from stints next where next.continues_stint_id = s.id and next.voided_at is null)`

/** Stays that began at a school that was no more by then. */
const TOO_LATE = sql`
  select s.person_id from line join stints s on s.school_id = line.school_id and s.voided_at is null
    and line.kind = 'merged' and s.started_on > line.last_day`

/** Stays at a row that now stands for another school. */
const UNDER_OLD_ROWS = sql`
  select s.person_id from school_changes c join stints s on s.school_id = c.to_school_id and s.voided_at is null
  where c.kind = 'replaced' and c.state = 'applied' and c.from_school_id <> c.to_school_id`

/** Words of a change that does not stand any more. */
const TAKEN_BACK = sql`
  select c.person_id from school_changes gone join move_claims c on c.school_change_id = gone.id
    and c.by_as = 'system' and c.withdrawn_at is null
  where gone.state <> 'applied'`

/** Stays that a word told of a row which is a school of its own again. */
const PARTED = sql`
  select c.person_id from school_changes gone join move_claims c on c.school_id = gone.to_school_id
    and c.withdrawn_at is null join stints s on s.id = c.stint_id and s.voided_at is null and s.school_id <> c.school_id
  where gone.kind = 'replaced' and gone.state <> 'applied' and not exists (select 1 from school_changes again
    where again.to_school_id = c.school_id and again.kind = 'replaced' and again.state = 'applied')`

/** The people whose stays do not follow yet what happened to their schools, once each; erased people’s places too. */
async function peopleToFollow(read: Pick<Reader, 'rows'>): Promise<string[]> {
  const rows = await read.rows<{ id: string }>(sql`
    with recursive ${LINE}
    select distinct behind.person_id as id from (
      ${REACHED} union ${TOO_LATE} union ${UNDER_OLD_ROWS} union ${TAKEN_BACK} union ${PARTED}) behind
    join people p on p.id = behind.person_id and p.status <> 'merged' order by 1`)
  return rows.map(({ id }) => id)
}

/**
 * Carries people through what happened to their schools, one person a transaction: cut off at any moment, the next
 * run carries on where this one stopped, and does nothing when everybody is where they should be.
 * @returns how many people something was looked at for
 */
export async function followPeople(ctx: Ctx): Promise<number> {
  const behind = await peopleToFollow(ctx.store.read)
  for (const personId of behind)
    await ctx.store
      .tx((tx) => followOne(tx, ctx, personId))
      .catch((error) => {
        // Merged since we looked: nobody to follow any more.
        if (!(error instanceof Problem) || error.code !== 'not_found') throw error
      })
  return behind.length
}

/**
 * For what follows from somebody’s own act: it is no part of the act’s one transaction, and a daily run ends what is
 * cut off.
 */
export function afterTheAct(ctx: Ctx): Ctx {
  const { store } = ctx
  return { ...ctx, store: { ...store, tx: (body) => store.tx(body, 'aside') } }
}

async function followOne(tx: Tx, ctx: Ctx, personId: string) {
  const carried = await followSchools(tx, ctx, personId)
  await tellCarried(tx, ctx, personId, carried)
}
