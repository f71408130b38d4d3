import { and, eq, isNull, or, registerReviewers, sql, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, dayBefore, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'

/**
 * Lets a person look after the list of schools from today, until a last day (included) or until it is taken back.
 * Granting again changes the last day alone. For operators and seeds; no page does this.
 * @throws Problem bad_input for a last day that is over
 */
export async function grantReviewer(
  ctx: Ctx,
  { personId, until = null }: { personId: string; until?: Day | null },
) {
  if (until !== null && until < ctx.today)
    throw new Problem('bad_input', `${until} is over. Give a day from today on, or leave --until out.`)
  return ctx.store.tx(async (tx) => {
    const live = await liveGrant(tx, ctx, personId)
    if (live?.finishedOn === until) return { id: live.id }
    const id = live?.id ?? newId(ctx.now)
    if (live)
      await tx.update(registerReviewers).set({ finishedOn: until }).where(eq(registerReviewers.id, id))
    else await tx.insert(registerReviewers).values({ ...rowOf(ctx, personId, until), id })
    await record(tx, ctx, {
      ...{ type: live ? 'reviewer.changed' : 'reviewer.granted', personId, refs: { reviewer: id } },
      ...(live ? { before: { finishedOn: live.finishedOn } } : {}),
      after: { finishedOn: until },
    })
    return { id }
  })
}

/**
 * Takes the grant back at once; one that was given today ends with the day, since days are whole.
 * @returns the last day it holds, or null when there was none to take back
 */
export const revokeReviewer = (ctx: Ctx, { personId }: { personId: string }): Promise<Day | null> =>
  ctx.store.tx(async (tx) => {
    const live = await liveGrant(tx, ctx, personId)
    if (!live) return null
    const finishedOn = live.startedOn < ctx.today ? dayBefore(ctx.today) : ctx.today
    await tx.update(registerReviewers).set({ finishedOn }).where(eq(registerReviewers.id, live.id))
    await record(tx, ctx, {
      ...{ type: 'reviewer.revoked', personId, refs: { reviewer: live.id } },
      ...{ before: { finishedOn: live.finishedOn }, after: { finishedOn } },
    })
    return finishedOn
  })

const rowOf = ({ today, actor }: Ctx, personId: string, finishedOn: Day | null) => ({
  ...{ personId, finishedOn, startedOn: today, grantedBy: actor },
})

async function liveGrant(tx: Tx, { today }: Ctx, personId: string) {
  const [live] = await tx
    .select()
    .from(registerReviewers)
    .where(
      and(
        eq(registerReviewers.personId, personId),
        or(isNull(registerReviewers.finishedOn), sql`${registerReviewers.finishedOn} >= ${today}`),
      ),
    )
  return live
}
