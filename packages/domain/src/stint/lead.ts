import { sql, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { blockedWith, ledSchools, liveOn } from '@wirearchy/domain/visibility'
import type { StintRow } from './adopt.ts'

/** True when the viewer acts for a school today: a live grant, and a live stay of their own there. */
export async function isLead(tx: Pick<Tx, 'rows'>, { viewer, today }: MemberCtx, schoolId: string) {
  const rows = await tx.rows(
    sql`select 1 from (${ledSchools(viewer, today)}) led where led.school_id = ${schoolId}`,
  )
  return rows.length > 0
}

/**
 * True of a stay that the school's lead may know of: it covers today, or it is still to come and the school reported
 * it or was told of it; and nobody keeps the other out.
 */
export async function isStaff(
  tx: Pick<Tx, 'rows'>,
  { viewer, today }: MemberCtx,
  { id, personId }: StintRow,
) {
  const rows = await tx.rows(sql`
    select 1 from stints s where s.id = ${id} and s.voided_at is null
      and ${personId} not in (${blockedWith(viewer)})
      and (${liveOn('s', today)} or (s.started_on > ${today} and (
        exists (select 1 from move_claims c where c.stint_id = s.id and c.says = 'began' and c.by_as = 'new_school'
          and c.withdrawn_at is null and c.objected_at is null)
        or exists (select 1 from moves m where m.to_stint_id = s.id and m.closed_at is null
          and m.telling ->> 'new_school' = 'now'))))`)
  return rows.length > 0
}

/** @throws Problem not_found, in the same words as for a school that does not exist */
export async function mustLead(tx: Pick<Tx, 'rows'>, ctx: MemberCtx, schoolId: string) {
  if (!(await isLead(tx, ctx, schoolId))) throw Problem.notFound()
}
