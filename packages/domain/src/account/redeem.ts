import { and, connectionRequests, eq, gt, invitations, isNull, sql, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { joinAsInvited } from '@wirearchy/domain/group'
import { notify } from '@wirearchy/domain/job'
import { record } from '@wirearchy/domain/ledger'
import { blockedWith } from '@wirearchy/domain/visibility'

/**
 * Uses an invitation up for the viewer, in one statement, so that of many at once one alone succeeds; then lets them
 * into its group, or puts the inviter's question to them.
 * @throws Problem gone when somebody was quicker, or it is over
 */
export async function redeem(tx: Tx, ctx: MemberCtx, invitationId: string) {
  const works = and(
    isNull(invitations.usedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, ctx.now),
  )
  const [used] = await tx
    .update(invitations)
    .set({ usedAt: ctx.now, usedById: ctx.viewer })
    .where(and(eq(invitations.id, invitationId), works))
    .returning()
  if (!used) throw new Problem('gone', 'This invitation no longer works. Ask for a new one.')
  await record(tx, ctx, { type: 'invitation.accepted', personId: ctx.viewer, refs: { invitation: used.id } })
  if (used.groupId) return joinAsInvited(tx, ctx, { groupId: used.groupId })
  if (used.invitedById) await putQuestion(tx, ctx, used.invitedById, used.sentence)
  return null
}

const UNSAID = 'I invited you here.'

/** To invite somebody is to ask whether they would say you know each other; they answer when they like. */
async function putQuestion(tx: Tx, ctx: MemberCtx, fromId: string, sentence: string | null) {
  if (fromId === ctx.viewer || (await isSettled(tx, ctx, fromId))) return
  const id = newId(ctx.now)
  const words = sentence ?? UNSAID
  await tx
    .insert(connectionRequests)
    .values({ id, fromId, toId: ctx.viewer, sentence: words, createdAt: ctx.now })
    .onConflictDoNothing()
  await notify(tx, ctx, [
    { personId: ctx.viewer, kind: 'connection.asked', aboutPersonId: fromId, refs: { request: id } },
  ])
  await record(tx, ctx, {
    type: 'connection.asked',
    personId: fromId,
    refs: { request: id, other: ctx.viewer },
  })
}

/** Connected already, waiting already, or kept apart by a block. */
async function isSettled(tx: Tx, { viewer }: MemberCtx, otherId: string) {
  const found = await tx.rows(sql`
    select 1 as found from connections where finished_on is null and voided_at is null
      and ((person_lo = ${viewer} and person_hi = ${otherId}) or (person_lo = ${otherId} and person_hi = ${viewer}))
    union all select 1 from connection_requests where from_id = ${otherId} and to_id = ${viewer} and state = 'open'
    union all select 1 from people where id = ${otherId} and id in (${blockedWith(viewer)})`)
  return found.length > 0
}
