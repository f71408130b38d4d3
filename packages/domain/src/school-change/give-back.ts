import { and, desc, eq, ledger, schoolEstablishments, sql, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { followPresentRow } from '@wirearchy/domain/school'
import { type ChangeRow, setState } from './changes.ts'
import { takeBackLeads } from './leads.ts'
import { renameOf } from './rename.ts'
import type { NumberRow } from './take-over.ts'

/** Undoes `takeOver`: every number is again what it was, and so are the two schools. */
export async function giveBack(tx: Tx, ctx: Ctx, change: ChangeRow) {
  const { fromSchoolId, toSchoolId } = change
  if (!toSchoolId || toSchoolId === fromSchoolId) return
  for (const { scheme, ref, ...before } of await rowsBefore(tx, change))
    await tx
      .update(schoolEstablishments)
      .set(before)
      .where(and(eq(schoolEstablishments.scheme, scheme), eq(schoolEstablishments.ref, ref)))
  await followPresentRow(tx, fromSchoolId)
  await followPresentRow(tx, toSchoolId)
  await takeBackLeads(tx, ctx, change)
  const refs = { schoolChange: change.id, school: fromSchoolId, toSchool: toSchoolId }
  await record(tx, ctx, { type: 'school.parted', schoolId: fromSchoolId, refs })
  const renamed = await renameOf(tx, change)
  if (renamed?.state === 'applied') await setState(tx, ctx, renamed, 'undone')
}

/** How the numbers of both schools stood before the change, by the entry that tells of it. */
async function rowsBefore(tx: Tx, { id, fromSchoolId }: ChangeRow): Promise<NumberRow[]> {
  const [entry] = await tx
    .select({ before: ledger.before })
    .from(ledger)
    .where(
      and(
        eq(ledger.schoolId, fromSchoolId),
        eq(ledger.type, 'school.replaced'),
        sql`${ledger.refs} ->> 'schoolChange' = ${id}`,
      ),
    )
    .orderBy(desc(ledger.seq))
    .limit(1)
  return (entry?.before?.numbers as NumberRow[] | undefined) ?? []
}
