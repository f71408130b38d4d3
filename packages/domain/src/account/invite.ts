import { createHash, randomBytes } from 'node:crypto'
import { eq, invitations, people } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { ledGroup } from '@wirearchy/domain/group'
import { post } from '@wirearchy/domain/job'
import { record } from '@wirearchy/domain/ledger'
import { refuseSharedMailbox, tidyEmail } from './address.ts'
import { invitationLetter } from './emails.ts'
import type { Invite } from './input.ts'
import { takeAll } from './limits.ts'

const DAY = 24 * 60 * 60_000
const VALID_DAYS = 7

/** What is kept of an invitation's link. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Invites somebody by e-mail: to a training group the viewer leads, or simply as somebody they know. Known or unknown,
 * the address gets the same letter, and the viewer the same answer.
 * @throws Problem bad_input for a mailbox that several people read; not_allowed / not_found for a group; too_many
 */
export async function invite(ctx: MemberCtx, { email: typed, slug, sentence }: Invite) {
  const email = tidyEmail(typed)
  refuseSharedMailbox(email)
  await ctx.store.tx(async (tx) => {
    const group = slug ? await ledGroup(tx, ctx, slug) : null
    const empty = await takeAll(tx, ctx, [
      [`invite:by:${ctx.viewer}`, { most: group ? 200 : 20, refillMs: DAY }],
      [`invite:to:${email}`, { most: 3, refillMs: DAY }],
    ])
    if (empty)
      throw new Problem('too_many', 'That is enough invitations for today. Send the next ones tomorrow.')
    const [me] = await tx.select({ name: people.displayName }).from(people).where(eq(people.id, ctx.viewer))
    const id = newId(ctx.now)
    const token = randomBytes(32).toString('base64url')
    await tx.insert(invitations).values({
      ...{ id, email, tokenHash: tokenHash(token), invitedById: ctx.viewer, groupId: group?.id ?? null },
      ...{ sentence: sentence || null, expiresAt: ctx.now + VALID_DAYS * DAY, createdAt: ctx.now },
    })
    const words = { from: me?.name ?? '', to: group?.name ?? 'Wirearchy', sentence: sentence || null, token }
    await post(tx, ctx, { to: email, ...invitationLetter(ctx, words) })
    await record(tx, ctx, { type: 'invitation.sent', personId: ctx.viewer, refs: { invitation: id } })
  })
  return { email }
}
