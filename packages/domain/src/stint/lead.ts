import { sql, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { ledSchools } from '@wirearchy/domain/visibility'

/** True when the viewer acts for a school today: a live grant, and a live stay of their own there. */
export async function isLead(tx: Pick<Tx, 'rows'>, { viewer, today }: MemberCtx, schoolId: string) {
  const rows = await tx.rows(
    sql`select 1 from (${ledSchools(viewer, today)}) led where led.school_id = ${schoolId}`,
  )
  return rows.length > 0
}

/** @throws Problem not_found, in the same words as for a school that does not exist */
export async function mustLead(tx: Pick<Tx, 'rows'>, ctx: MemberCtx, schoolId: string) {
  if (!(await isLead(tx, ctx, schoolId))) throw Problem.notFound()
}
