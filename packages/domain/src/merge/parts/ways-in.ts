import { eq, or, sessions, sql } from '@wirearchy/db'
import { change, type Journal, rowsWhere } from '../journal.ts'

/**
 * Two accounts become one: every address signs in to the winner, the loser's account is closed with its password, and
 * whoever was signed in to it is signed out. A record without an account takes over the other's.
 */
export async function mergeWaysIn(journal: Journal) {
  const { tx, ctx, loserId, winnerId } = journal
  const [mine] = await rowsWhere(tx, 'accounts', sql`person_id = ${winnerId}`)
  const [theirs] = await rowsWhere(tx, 'accounts', sql`person_id = ${loserId}`)
  await tx
    .delete(sessions)
    .where(or(eq(sessions.personId, loserId), eq(sessions.accountId, String(theirs?.id ?? ''))))
  if (!theirs) return
  if (!mine) {
    await change(journal, 'accounts', theirs, { person_id: winnerId })
    return
  }
  for (const address of await rowsWhere(tx, 'account_emails', sql`account_id = ${theirs.id}`))
    await change(journal, 'account_emails', address, { account_id: mine.id ?? null })
  await change(journal, 'accounts', theirs, { closed_at: theirs.closed_at ?? ctx.now })
}
