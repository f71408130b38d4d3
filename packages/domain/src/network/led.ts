import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { ledSchools } from '@wirearchy/domain/visibility'

/** The schools the viewer may act for today: a live grant, and a live stay of their own there. By name. */
export const led = (ctx: MemberCtx) =>
  ctx.store.read.rows<{ id: string; name: string }>(sql`
    select place.id as id, place.name as name from schools place
    where place.id in (${ledSchools(ctx.viewer, ctx.today)}) order by place.name, place.id`)
