import type { Tx } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import { liveAddress, makeCode, type SessionCtx, take, takeTurn, tidyEmail } from '@wirearchy/domain/account'
import { post } from '@wirearchy/domain/job'
import { samePersonCodeLetter, samePersonUnknownLetter } from './emails.ts'
import type { StartSamePerson } from './input.ts'
import { areKeptApart } from './kept-apart.ts'

const TRIES = { most: 6, refillMs: 60 * 60_000 }

/**
 * The viewer says that the record behind an address is theirs too: six digits go to it. Whoever's address it is, and
 * if it is nobody's, the viewer gets the same answer; who blocks them is written to without a code.
 * @throws Problem too_many when the viewer, the address, the neighbourhood or the whole house asked too often
 */
export async function startSamePerson(ctx: SessionCtx, { email: typed }: StartSamePerson) {
  const email = tidyEmail(typed)
  await ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx, email)
    if (!(await take(tx, ctx, `same-person:${ctx.viewer}`, TRIES)))
      throw new Problem('too_many', 'You have asked several times this hour. Wait a while, then try again.')
    const personId = await otherRecord(tx, ctx, email)
    const code = await makeCode(tx, ctx, {
      ...{ email, purpose: 'same_person', accountId: ctx.accountId },
      context: personId ? { personId } : {},
    })
    const letter = personId ? samePersonCodeLetter(code) : samePersonUnknownLetter(ctx)
    await post(tx, ctx, { to: email, personId, ...letter })
  })
  return { email }
}

/** The record behind an address, if it is another one, and neither keeps the other out. */
export async function otherRecord(tx: Tx, ctx: SessionCtx, email: string): Promise<string | null> {
  const known = await liveAddress(tx, ctx, email)
  if (!known || known.personId === ctx.viewer) return null
  return (await areKeptApart(tx, ctx.viewer, known.personId)) ? null : known.personId
}
