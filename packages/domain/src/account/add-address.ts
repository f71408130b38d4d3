import { and, eq, gte, isNull, or, stints, type Tx } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import { post } from '@wirearchy/domain/job'
import { kindOf, refuseSharedMailbox, tidyEmail } from './address.ts'
import { makeCode } from './codes.ts'
import type { SessionCtx } from './door.ts'
import { addressCodeLetter, addressTakenLetter } from './emails.ts'
import type { AddAddress } from './input.ts'
import { liveAddress, retireDead } from './live-address.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Begins to add an address to the viewer's account: six digits go to it. An address that signs in somebody else gets
 * a letter that says so to its owner; the viewer cannot tell the difference.
 * @throws Problem bad_input for a mailbox that several people read; conflict when it is theirs already; too_many
 */
export async function addAddress(ctx: SessionCtx, { email: typed, kind }: AddAddress) {
  const email = tidyEmail(typed)
  refuseSharedMailbox(email)
  await ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx, email)
    await retireDead(tx, ctx, email)
    const known = await liveAddress(tx, ctx, email)
    if (known?.accountId === ctx.accountId)
      throw new Problem('conflict', 'That address is already one of yours.', { field: 'email' })
    const context = await contextOf(tx, ctx, kind ?? kindOf(email))
    const code = await makeCode(tx, ctx, { email, purpose: 'add_address', accountId: ctx.accountId, context })
    const letter = known ? addressTakenLetter(ctx) : addressCodeLetter(code, context.kind)
    await post(tx, ctx, { to: email, personId: known?.personId ?? ctx.viewer, ...letter })
  })
  return { email }
}

/** A work address belongs to the one stay that is going on; with none or several it belongs to no stay yet. */
async function contextOf(tx: Tx, ctx: SessionCtx, kind: 'personal' | 'work') {
  if (kind === 'personal') return { kind }
  const goingOn = or(isNull(stints.finishedOn), gte(stints.finishedOn, ctx.today))
  const open = await tx
    .select({ id: stints.id })
    .from(stints)
    .where(and(eq(stints.personId, ctx.viewer), isNull(stints.voidedAt), goingOn))
  const [only] = open
  return { kind, ...(open.length === 1 && only ? { stintId: only.id } : {}) }
}
