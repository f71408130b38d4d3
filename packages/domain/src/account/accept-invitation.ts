import { Problem } from '@wirearchy/domain'
import type { DoorCtx, SessionCtx } from './door.ts'
import { finishCode, type SignedIn } from './finish-code.ts'
import type { AcceptInvitation } from './input.ts'
import { invitationBehind, isMine, whyOver } from './invitation.ts'
import { redeem } from './redeem.ts'

/**
 * Says yes to an invitation: with the code that went to its address, or without one when the viewer already signs in
 * with that address.
 * @returns as after signing in; without `sessionToken` when nothing changed about who is signed in
 * @throws Problem gone when it is used, withdrawn or run out; bad_input for a wrong code
 */
export async function acceptInvitation(
  ctx: DoorCtx,
  { token, code, shared }: AcceptInvitation,
): Promise<SignedIn | Joined> {
  const row = await invitationBehind(ctx.store.read, token)
  const over = whyOver(row, ctx)
  if (over) throw new Problem('gone', over)
  if (code) return finishCode(ctx, { email: row.email, code, shared })
  if (!(await isMine(ctx, row)))
    throw new Problem('bad_input', 'Enter the six digits we sent to the address that was invited.', {
      field: 'code',
    })
  const me = ctx as SessionCtx
  const joined = await ctx.store.tx((tx) => redeem(tx, me, row.id))
  return { personId: me.viewer, isNew: false, joined }
}

export type Joined = Omit<SignedIn, 'sessionToken' | 'shared'>
