import { accountEmails, eq } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { SessionCtx } from './door.ts'
import type { AddressRef } from './input.ts'
import { addressesOf } from './my-addresses.ts'

/**
 * Takes one of the viewer's addresses off their account, for good: from now on it signs nobody in.
 * @throws Problem conflict for the last personal address, or the last of all; not_found for anybody else's
 */
export async function removeAddress(ctx: SessionCtx, { addressId }: AddressRef) {
  return ctx.store.tx(async (tx) => {
    const mine = await addressesOf(tx, ctx)
    const address = mine.find(({ id, isLive }) => id === addressId && isLive)
    if (!address) throw Problem.notFound()
    const rest = mine.filter(({ id, isLive }) => isLive && id !== addressId)
    if (rest.length === 0) throw lastOne('Add another address first: without this one you could not sign in.')
    if (address.kind === 'personal' && rest.every(({ kind }) => kind === 'work'))
      throw lastOne('Add another personal address first: the others stop when you leave your school.')
    await tx.update(accountEmails).set({ retiredOn: ctx.today }).where(eq(accountEmails.id, addressId))
    await record(tx, ctx, {
      type: 'account.address_removed',
      personId: ctx.viewer,
      refs: { address: addressId },
    })
    return { email: address.email }
  })
}

const lastOne = (sentence: string) => new Problem('conflict', sentence)
