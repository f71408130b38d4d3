import { and, eq, inArray, isNull, lt, schoolEstablishments, schools, stints, type Tx } from '@wirearchy/db'
import { addDays, type Ctx, dayAfter } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { followPresentRow } from '@wirearchy/domain/school'
import type { ChangeRow } from './changes.ts'
import { passOnLeads } from './leads.ts'
import { writeRename } from './rename.ts'

/** Within this many days before a school's end, time told of under its next number is no time of its own. */
const EARLY_DAYS = 92

/**
 * True when people told of time at the school that follows while the other was still open, as at a school of its own:
 * to make one of the two would invent colleagues.
 */
export async function ranBesides(
  tx: Pick<Tx, 'select'>,
  toSchoolId: string,
  lastDay: string,
): Promise<boolean> {
  const early = await tx
    .select({ id: stints.id })
    .from(stints)
    .where(
      and(
        eq(stints.schoolId, toSchoolId),
        isNull(stints.voidedAt),
        lt(stints.startedOn, addDays(lastDay, -EARLY_DAYS)),
      ),
    )
    .limit(1)
  return early.length > 0
}

/**
 * A school goes on under a new number: every number of the school that an import made for it comes to the school
 * itself, whose name and facts follow the present one. The other row stays, empty, and leads here. Nobody moves.
 */
export async function takeOver(tx: Tx, ctx: Ctx, change: ChangeRow) {
  const { fromSchoolId, toSchoolId, effectiveOn } = change
  if (!toSchoolId || toSchoolId === fromSchoolId) return
  const was = await nameOf(tx, fromSchoolId)
  const numbers = await numbersOf(tx, [fromSchoolId, toSchoolId])
  await tx
    .update(schoolEstablishments)
    .set({ untilOn: effectiveOn })
    .where(and(eq(schoolEstablishments.schoolId, fromSchoolId), isNull(schoolEstablishments.untilOn)))
  await tx
    .update(schoolEstablishments)
    .set({ schoolId: fromSchoolId, fromOn: dayAfter(effectiveOn) })
    .where(and(eq(schoolEstablishments.schoolId, toSchoolId), isNull(schoolEstablishments.untilOn)))
  await tx
    .update(schoolEstablishments)
    .set({ schoolId: fromSchoolId })
    .where(eq(schoolEstablishments.schoolId, toSchoolId))
  const name = await followPresentRow(tx, fromSchoolId)
  await followPresentRow(tx, toSchoolId)
  const refs = { schoolChange: change.id, school: fromSchoolId, toSchool: toSchoolId }
  await record(tx, ctx, {
    ...{ type: 'school.replaced', happenedOn: dayAfter(effectiveOn), schoolId: fromSchoolId, refs },
    before: { name: was, numbers },
    after: { name },
  })
  await passOnLeads(tx, ctx, change, toSchoolId)
  if (name && name !== was) await writeRename(tx, ctx, change, was, name)
}

export type NumberRow = typeof schoolEstablishments.$inferSelect

const numbersOf = (tx: Tx, schoolIds: string[]): Promise<NumberRow[]> =>
  tx.select().from(schoolEstablishments).where(inArray(schoolEstablishments.schoolId, schoolIds))

const nameOf = async (tx: Tx, id: string) => {
  const [school] = await tx.select({ name: schools.name }).from(schools).where(eq(schools.id, id))
  return school?.name ?? ''
}
