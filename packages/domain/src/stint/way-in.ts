import { accountEmails, accounts, and, eq, isNotNull, isNull, type Tx } from '@wirearchy/db'
import type { StintRow } from './adopt.ts'

const UNIVERSITY = /@(.+\.)?ac\.uk$/

/**
 * Ties the work addresses of an account to the stay they belong to, when there is no doubt which: it ends, and no
 * other goes on. From the end of that stay they sign nobody in.
 */
export async function tieWorkAddresses(tx: Tx, personId: string, ending: StintRow[], goingOn: StintRow[]) {
  const [stint] = ending
  if (!stint || ending.length > 1 || goingOn.length > 0) return
  for (const address of await liveAddresses(tx, personId)) {
    if (address.kind !== 'work' || address.stintId !== null || UNIVERSITY.test(address.email)) continue
    await tx.update(accountEmails).set({ stintId: stint.id }).where(eq(accountEmails.id, address.id))
  }
}

/**
 * True when somebody could no longer sign in once these stays are over, because every verified address they have
 * belongs to them. Somebody without an account has no way in to lose.
 */
export async function wouldLoseTheirWayIn(tx: Pick<Tx, 'select'>, personId: string, ending: StintRow[]) {
  const addresses = await liveAddresses(tx, personId)
  const ids = ending.map(({ id }) => id)
  const dies = ({ kind, stintId, email }: Address) =>
    kind === 'work' && (stintId === null ? !UNIVERSITY.test(email) : ids.includes(stintId))
  return ids.length > 0 && addresses.length > 0 && addresses.every(dies)
}

interface Address {
  id: string
  email: string
  kind: 'personal' | 'work'
  stintId: string | null
}

const liveAddresses = (tx: Pick<Tx, 'select'>, personId: string): Promise<Address[]> =>
  tx
    .select({
      id: accountEmails.id,
      email: accountEmails.email,
      kind: accountEmails.kind,
      stintId: accountEmails.stintId,
    })
    .from(accountEmails)
    .innerJoin(accounts, and(eq(accounts.id, accountEmails.accountId), isNull(accounts.closedAt)))
    .where(
      and(
        eq(accounts.personId, personId),
        isNotNull(accountEmails.verifiedAt),
        isNull(accountEmails.retiredOn),
      ),
    )
