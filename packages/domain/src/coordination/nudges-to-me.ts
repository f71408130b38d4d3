import { sql } from '@wirearchy/db'
import { dayOf, type MemberCtx } from '@wirearchy/domain'
import { pairOf } from '@wirearchy/domain/mentoring'
import type { MentorshipId } from '@wirearchy/domain/mentoring/input'
import { blockedWith } from '@wirearchy/domain/visibility'

/**
 * The last reminder to the viewer about one mentoring of theirs that somebody pressed for, and who that was; null when
 * the house alone has reminded them, or nobody.
 * @throws Problem not_found for a mentoring of others
 */
export async function nudgesToMe(ctx: MemberCtx, { mentorshipId }: MentorshipId) {
  const { side, mentorId, menteeId } = await pairOf(ctx.store.read, ctx, mentorshipId)
  const [last] = await ctx.store.read.rows<{ at: number; by: string }>(sql`
    select told.created_at as at, asker.display_name as "by"
    from mentorships m join nudges told on told.mentorship_id = m.id
    join people asker on asker.id = told.by_id
    where m.mentor_id = ${mentorId} and m.mentee_id = ${menteeId} and told."to" = ${side}
      and asker.id not in (${blockedWith(ctx.viewer)})
    order by told.created_at desc, told.id desc limit 1`)
  return last ? { on: dayOf(last.at), by: last.by } : null
}
