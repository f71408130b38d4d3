import { personIdentifiers } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { normaliseIdentifier, personByIdentifier } from './identifier.ts'
import type { AddIdentifier } from './input.ts'

/** The viewer adds a number that a register or a course gave them. The same one again changes nothing. */
export async function addIdentifier(ctx: MemberCtx, { scheme, issuer, value }: AddIdentifier) {
  const number = normaliseIdentifier(scheme, value)
  if (scheme === 'trn' && (number.length !== 7 || number === '0000000'))
    throw new Problem('bad_input', 'A TRN has seven digits. Check it and enter it again.', { field: 'value' })
  return ctx.store.tx(async (tx) => {
    const holder = await personByIdentifier(tx, scheme, issuer ?? '', number)
    if (holder === ctx.viewer) return { scheme, value: number }
    if (holder)
      throw new Problem(
        'conflict',
        'We could not add this number. Check it, or ask the lead of your training group.',
        {
          field: 'value',
        },
      )
    const id = newId(ctx.now)
    const given = { scheme, issuer: issuer ?? '', value: number }
    await tx.insert(personIdentifiers).values({ id, personId: ctx.viewer, ...given })
    await record(tx, ctx, { type: 'person.identifier_added', personId: ctx.viewer, refs: { identifier: id } })
    return { scheme, value: number }
  })
}
