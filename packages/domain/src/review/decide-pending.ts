import { and, eq, isNull, schoolDecisions, schools, schoolWords, type Tx } from '@wirearchy/db'
import { type Ctx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { putElsewhere, type Rewrites } from '@wirearchy/domain/stint'
import { giveRef } from './give-ref.ts'
import type { DecidePending } from './input.ts'
import { mustReview } from './reviewer.ts'
import { tellWhoIsThere } from './tell-who-is-there.ts'

export type SchoolRow = typeof schools.$inferSelect

/**
 * What a school told of by name is: a listed one, and then its people's stays are there on the same days; a school of
 * its own, and then everybody finds it; or no school, and then its people are asked which one they meant. No stay and
 * no tie is lost, and every answer can be undone.
 * @throws Problem not_found for whoever does not look after the list, and for any other school · conflict when it is
 * decided already · bad_input beside the field that is off
 */
export async function decidePending(ctx: Ctx, input: DecidePending): Promise<{ decisionId: string }> {
  await mustReview(ctx)
  return ctx.store.tx(async (tx) => {
    const school = await undecided(tx, input.schoolId)
    const toSchoolId = input.outcome === 'listed' ? await listed(tx, input) : null
    const rewrites = await DONE[input.outcome](tx, ctx, school, input)
    const decision = { id: newId(ctx.now), schoolId: school.id, outcome: input.outcome, toSchoolId, rewrites }
    const why = input.why ?? null
    await tx.insert(schoolDecisions).values({ ...decision, why, decidedById: ctx.viewer, decidedAt: ctx.now })
    await record(tx, ctx, {
      ...{ type: 'school.decided', schoolId: school.id },
      refs: { school: school.id, decision: decision.id, ...(toSchoolId ? { to: toSchoolId } : {}) },
      after: { outcome: input.outcome, why },
    })
    await tellWhoIsThere(tx, ctx, { schoolId: toSchoolId ?? school.id, outcome: input.outcome, rewrites })
    return { decisionId: decision.id }
  })
}

async function undecided(tx: Tx, schoolId: string): Promise<SchoolRow> {
  const [row] = await tx
    .select({ school: schools, decided: schoolDecisions.id })
    .from(schools)
    .leftJoin(
      schoolDecisions,
      and(eq(schoolDecisions.schoolId, schools.id), isNull(schoolDecisions.undoneAt)),
    )
    .where(eq(schools.id, schoolId))
  if (row?.decided) throw new Problem('conflict', 'Somebody has decided this already. Undo that first.')
  if (row?.school.kind !== 'pending') throw Problem.notFound()
  return row.school
}

/** The listed school that was chosen. */
async function listed(tx: Tx, { toSchoolId }: DecidePending): Promise<string> {
  const [found] = await tx
    .select({ kind: schools.kind })
    .from(schools)
    .where(eq(schools.id, toSchoolId ?? ''))
  if (found?.kind === 'school' && toSchoolId) return toSchoolId
  throw new Problem('bad_input', 'Choose the school of the list that was meant.', { field: 'school' })
}

type Doing = (tx: Tx, ctx: Ctx, school: SchoolRow, input: DecidePending) => Promise<Rewrites>

const DONE: Record<DecidePending['outcome'], Doing> = {
  async listed(tx, ctx, school, { toSchoolId = '' }) {
    await tx.delete(schoolWords).where(eq(schoolWords.schoolId, school.id))
    return putElsewhere(tx, ctx, { fromSchoolId: school.id, toSchoolId })
  },
  async own(tx, _ctx, school, { ref }) {
    await giveRef(tx, school, ref)
    await tx.update(schools).set({ kind: 'school' }).where(eq(schools.id, school.id))
    return []
  },
  not_a_school: async () => [],
}
