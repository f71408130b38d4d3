import type { Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { joinByLink } from '@wirearchy/domain/group'
import { tidyEmail } from './address.ts'
import { codeRefusal, takeGuess } from './code-refusal.ts'
import { type CodeRow, useCode } from './codes.ts'
import { createAccount } from './create-account.ts'
import type { DoorCtx } from './door.ts'
import type { FinishCode } from './input.ts'
import { liveAddress, retireDead } from './live-address.ts'
import { redeem } from './redeem.ts'
import { beginSession } from './sessions.ts'

export interface SignedIn {
  /** The cookie value; given to the browser and kept nowhere else. */
  sessionToken: string
  shared: boolean
  personId: string
  /** True when this made the person: they have not said their name yet. */
  isNew: boolean
  /** The training group they came for. */
  joined: { groupId: string; slug: string } | null
}

/**
 * Signs in with a code from a letter, making the account first if the code came with a link or an invitation.
 * @throws Problem bad_input (wrong code), gone (run out, used, tried too often), too_many
 */
export async function finishCode(ctx: DoorCtx, input: FinishCode): Promise<SignedIn> {
  const outcome = await ctx.store.tx(async (tx) => {
    const email = tidyEmail(input.email)
    const row = await useCode(tx, ctx, { email, code: input.code, purposes: ['sign_in', 'sign_up'] })
    if (row === 'wrong' && !(await takeGuess(tx, ctx))) return 'too_many'
    return typeof row === 'string' ? row : enter(tx, ctx, row, input.shared ?? false)
  })
  if (typeof outcome === 'string') throw codeRefusal(outcome)
  return outcome
}

async function enter(tx: Tx, ctx: DoorCtx, row: CodeRow, shared: boolean): Promise<SignedIn | 'over'> {
  await retireDead(tx, ctx, row.email)
  const known = await liveAddress(tx, ctx, row.email)
  if (!known && row.purpose === 'sign_in') return 'over'
  const { accountId, personId } =
    known ?? (await createAccount(tx, ctx, { email: row.email, name: row.context?.name }))
  const joined = await join(tx, { ...ctx, viewer: personId, actor: 'person' }, row)
  const sessionToken = await beginSession(tx, ctx, { accountId, personId, device: ctx.device, shared })
  return { sessionToken, shared, personId, isNew: !known, joined }
}

async function join(tx: Tx, ctx: MemberCtx, { linkId, invitationId }: CodeRow) {
  if (invitationId) return redeem(tx, ctx, invitationId)
  return linkId ? joinByLink(tx, ctx, { linkId }) : null
}
