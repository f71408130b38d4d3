import { eq, groups, invitations, people, type Reader } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import type { DoorCtx } from './door.ts'
import type { InvitationRef } from './input.ts'
import { tokenHash } from './invite.ts'
import { liveAddress } from './live-address.ts'
import { sendSignUpCode } from './start.ts'

export type Invitation = typeof invitations.$inferSelect

/**
 * The invitation behind a link, whatever became of it.
 * @throws Problem not_found when there is none
 */
export async function invitationBehind(reader: Pick<Reader, 'select'>, token: string): Promise<Invitation> {
  const [row] = await reader
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, tokenHash(token)))
  if (!row) throw Problem.notFound()
  return row
}

/** Why an invitation no longer works, in a sentence; null while it does. */
export function whyOver({ usedAt, revokedAt, expiresAt }: Invitation, { now }: Ctx): string | null {
  if (usedAt !== null) return 'This invitation has been used. If it was you, sign in with your own address.'
  if (revokedAt !== null) return 'This invitation was withdrawn. Ask the person who sent it.'
  if (expiresAt <= now) return 'This invitation has run out: it worked for seven days. Ask for a new one.'
  return null
}

/** What an invitation's page shows. Looking at it changes nothing, so that a mail scanner may. */
export async function seeInvitation(ctx: DoorCtx, { token }: InvitationRef) {
  const { read } = ctx.store
  const row = await invitationBehind(read, token)
  const [from] = await read
    .select({ name: people.displayName })
    .from(people)
    .where(eq(people.id, row.invitedById ?? ''))
  const [group] = await read
    .select({ name: groups.name })
    .from(groups)
    .where(eq(groups.id, row.groupId ?? ''))
  return {
    from: from?.name ?? null,
    group: group?.name ?? null,
    sentence: row.sentence,
    sentTo: masked(row.email),
    isMine: await isMine(ctx, row),
    over: whyOver(row, ctx),
  }
}

/** Enough of an address for its owner to know it, and too little for anybody else to use it: "a…@home.example". */
const masked = (email: string) => email.replace(/^(.).*@/, '$1…@')

/** Whether the viewer signs in with the address that was invited: then no code is needed. */
export async function isMine(ctx: DoorCtx, { email }: Invitation): Promise<boolean> {
  if (ctx.viewer === null) return false
  return (await liveAddress(ctx.store.read, ctx, email))?.personId === ctx.viewer
}

/**
 * Sends a code to the address that was invited: whoever only has the link cannot go on.
 * @throws Problem gone when the invitation is over, saying how; too_many
 */
export async function startInvitation(ctx: DoorCtx, { token }: InvitationRef) {
  const row = await invitationBehind(ctx.store.read, token)
  const over = whyOver(row, ctx)
  if (over) throw new Problem('gone', over)
  await sendSignUpCode(ctx, { email: row.email, linkId: null, invitationId: row.id, context: {} })
  return { sentTo: masked(row.email) }
}
