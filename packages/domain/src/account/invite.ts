import { createHash, randomBytes } from 'node:crypto'
import { eq, invitations, people, type Tx } from '@wirearchy/db'
import { type Ctx, type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { ledGroup } from '@wirearchy/domain/group'
import { post } from '@wirearchy/domain/job'
import { record } from '@wirearchy/domain/ledger'
import { refuseSharedMailbox, tidyEmail } from './address.ts'
import { invitationLetter } from './emails.ts'
import type { Invite } from './input.ts'
import { takeAll } from './limits.ts'

const DAY = 24 * 60 * 60_000
const VALID_DAYS = 7
const PRODUCT = 'Wirearchy'

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
    const words = { from: me?.name ?? '', to: group?.name ?? PRODUCT, sentence: sentence || null }
    await writeInvitation(tx, ctx, { email, groupId: group?.id ?? null, ...words })
  })
  return { email }
}

/**
 * The operator's invitation, for the first people of a new installation: the address must be one person's own.
 * @returns the link, which is also in the letter
 */
export async function inviteAsOperator(ctx: Ctx, { email: typed }: Pick<Invite, 'email'>) {
  const email = tidyEmail(typed)
  refuseSharedMailbox(email)
  const words = { from: `Whoever runs ${PRODUCT} here`, to: PRODUCT, sentence: null }
  const token = await ctx.store.tx((tx) => writeInvitation(tx, ctx, { email, groupId: null, ...words }))
  return { link: `${ctx.origin}/invite/${token}` }
}

interface NewInvitation {
  email: string
  groupId: string | null
  /** Who invites, and to what, as the letter says it. */
  from: string
  to: string
  sentence: string | null
}

async function writeInvitation(tx: Tx, ctx: Ctx, { email, groupId, from, to, sentence }: NewInvitation) {
  const id = newId(ctx.now)
  const token = randomBytes(32).toString('base64url')
  await tx.insert(invitations).values({
    ...{ id, email, tokenHash: tokenHash(token), invitedById: ctx.viewer, groupId, sentence },
    ...{ expiresAt: ctx.now + VALID_DAYS * DAY, createdAt: ctx.now },
  })
  const letter = invitationLetter(ctx, { from, to, sentence, token })
  await post(tx, ctx, { to: email, ...letter, ...(ctx.viewer ? { aboutPersonId: ctx.viewer } : {}) })
  await record(tx, ctx, { type: 'invitation.sent', personId: ctx.viewer, refs: { invitation: id } })
  return token
}
