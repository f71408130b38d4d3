import { and, invitations, isNull, limits, lt, signInCodes, type Tx } from '@wirearchy/db'
import { addDays, type Ctx } from '@wirearchy/domain'
import { forgetOldAnswers } from '@wirearchy/domain/job'
import { retireDead } from './live-address.ts'
import { forgetOldSessions } from './sessions.ts'

const DAY = 24 * 60 * 60_000
/** A move may be undone for a day: until then its work address only rests. */
const UNDO_DAYS = 2

/** Once a day: retires addresses whose stay is over, and forgets what is past its time, unanswered invitations too. */
export async function daily(tx: Tx, ctx: Ctx) {
  await retireDead(tx, { ...ctx, today: addDays(ctx.today, -UNDO_DAYS) })
  await forgetOldSessions(tx, ctx)
  await tx.delete(signInCodes).where(lt(signInCodes.expiresAt, ctx.now - DAY))
  const unanswered = and(isNull(invitations.usedAt), lt(invitations.expiresAt, ctx.now - 30 * DAY))
  await tx.delete(invitations).where(unanswered)
  await tx.delete(limits).where(lt(limits.updatedAt, ctx.now - 2 * DAY))
  await forgetOldAnswers(tx, ctx)
}
