import { Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { tidyEmail } from './address.ts'
import { codeRefusal } from './code-refusal.ts'
import { useCode } from './codes.ts'
import { giveAddress } from './create-account.ts'
import type { SessionCtx } from './door.ts'
import type { ConfirmAddress } from './input.ts'
import { liveAddress, retireDead } from './live-address.ts'

/**
 * Adds an address that the viewer has shown to be theirs; from now on it signs them in.
 * @throws Problem bad_input (wrong code), gone (run out), conflict when it has meanwhile become somebody else's
 */
export async function confirmAddress(ctx: SessionCtx, { email: typed, code }: ConfirmAddress) {
  const email = tidyEmail(typed)
  const outcome = await ctx.store.tx(async (tx) => {
    const { accountId } = ctx
    const row = await useCode(tx, ctx, { email, code, purposes: ['add_address'], accountId })
    if (typeof row === 'string') return row
    await retireDead(tx, ctx, email)
    if (await liveAddress(tx, ctx, email))
      throw new Problem('conflict', 'That address signs in another account. Use another one.', {
        field: 'email',
      })
    const { kind, stintId } = row.context ?? {}
    const id = await giveAddress(tx, ctx, {
      accountId,
      email,
      kind: kind === 'work' ? 'work' : 'personal',
      stintId,
    })
    await record(tx, ctx, { type: 'account.address_added', personId: ctx.viewer, refs: { address: id } })
    return { email }
  })
  if (typeof outcome === 'string') throw codeRefusal(outcome)
  return outcome
}
