import { and, eq, isNull, schoolDecisions, schoolEstablishments, schools, type Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { addWords, wordsOf } from '@wirearchy/domain/school'
import { putElsewhere } from '@wirearchy/domain/stint'
import type { PendingRef } from './input.ts'
import { mustReview } from './reviewer.ts'

type Standing = typeof schoolDecisions.$inferSelect

/**
 * Takes back what was decided about a school told of by name: its people's stays are there again on the same days,
 * and it waits to be looked at.
 * @throws Problem not_found for whoever does not look after the list, and when nothing stands to take back
 */
export async function undoPending(ctx: Ctx, { schoolId }: PendingRef): Promise<{ schoolId: string }> {
  await mustReview(ctx)
  return ctx.store.tx(async (tx) => {
    const standing = and(eq(schoolDecisions.schoolId, schoolId), isNull(schoolDecisions.undoneAt))
    const [decision] = await tx.select().from(schoolDecisions).where(standing)
    if (!decision) throw Problem.notFound()
    await tx
      .update(schoolDecisions)
      .set({ undoneAt: ctx.now, undoneById: ctx.viewer })
      .where(eq(schoolDecisions.id, decision.id))
    if (decision.outcome === 'own')
      await tx.update(schools).set({ kind: 'pending' }).where(eq(schools.id, schoolId))
    if (decision.toSchoolId) await putBack(tx, ctx, decision, decision.toSchoolId)
    await record(tx, ctx, {
      ...{ type: 'school.decision_undone', schoolId, refs: { school: schoolId, decision: decision.id } },
      before: { outcome: decision.outcome },
    })
    return { schoolId }
  })
}

/** Only the words that the decision moved go back, with the ends that were said of those stays since. */
async function putBack(tx: Tx, ctx: Ctx, { schoolId, rewrites }: Standing, toSchoolId: string) {
  const [school] = await tx.select().from(schools).where(eq(schools.id, schoolId))
  const refs = await tx
    .select({ ref: schoolEstablishments.ref })
    .from(schoolEstablishments)
    .where(eq(schoolEstablishments.schoolId, schoolId))
  const { name = '', town = null } = school ?? {}
  await addWords(tx, wordsOf({ id: schoolId, name, town, isClosed: false, refs: refs.map(({ ref }) => ref) }))
  const words = rewrites.map(([, now]) => now)
  if (words.length > 0) await putElsewhere(tx, ctx, { fromSchoolId: toSchoolId, toSchoolId: schoolId, words })
}
