import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { type Asking, mayBeAsked } from './may-be-asked.ts'
import { withinReach } from './within-reach.ts'

/**
 * Everybody whom the viewer may ask for this now, as a subquery: columns person_id, and steps (1 in sight, 2 through
 * somebody both know). The suggestions and the check on sending both read it, so that they cannot disagree.
 */
export const candidates = (ctx: MemberCtx, asking: Asking): SQL => sql`
  select found.person_id as person_id, found.steps as steps from (${withinReach(ctx)}) found
  join mentor_offers offer on offer.person_id = found.person_id
  join people someone on someone.id = offer.person_id and someone.status = 'active'
  where ${mayBeAsked(ctx, asking)}`

/** Whether the viewer may ask this person for this now. */
export async function mayAsk(
  read: Pick<Reader, 'rows'>,
  ctx: MemberCtx,
  mentorId: string,
  asking: Asking,
): Promise<boolean> {
  const found = sql`select 1 from (${candidates(ctx, asking)}) candidate where candidate.person_id = ${mentorId}`
  return (await read.rows(found)).length > 0
}
