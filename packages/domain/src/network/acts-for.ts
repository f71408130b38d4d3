import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { ledSchools } from '@wirearchy/domain/visibility'

/** True when the viewer may act for a school today: a live grant, and a live stay of their own there. */
export async function actsFor(ctx: MemberCtx, schoolId: string): Promise<boolean> {
  const rows = await ctx.store.read.rows(
    sql`select 1 from (${ledSchools(ctx.viewer, ctx.today)}) led where led.school_id = ${schoolId}`,
  )
  return rows.length > 0
}
