import { eq, establishments, schoolEstablishments, schools, type Tx } from '@wirearchy/db'
import type { Ctx } from '../context.ts'
import { nextNo, record } from '../ledger/index.ts'
import { schoolIdOf } from './import/school-of.ts'

/** Places a stint can be at that are no school of any register: rows of their own, never a missing value. */
const NAMES = {
  unknown: 'A school we don’t know',
  outside_uk: 'A school outside the UK',
  not_in_school: 'Not in a school',
} as const

export type SpecialKind = keyof typeof NAMES

/** The id of one of these rows, made when it is first needed; the same id in every installation. */
export async function specialSchool(tx: Tx, ctx: Ctx, kind: SpecialKind): Promise<string> {
  const [known] = await tx.select({ id: schools.id }).from(schools).where(eq(schools.kind, kind)).limit(1)
  if (known) return known.id
  const id = schoolIdOf('own', String(Object.keys(NAMES).indexOf(kind)))
  const row = { id, no: await nextNo(tx, 'schools'), kind, name: NAMES[kind], status: 'unknown' as const }
  await tx.insert(schools).values({ ...row, createdAt: ctx.now })
  await keepOwnRow(tx, id, kind)
  await record(tx, ctx, { type: 'school.added', schoolId: id, refs: { school: id }, after: { kind } })
  return id
}

/** No register has these places, so they stand in a register of our own, under their kind. */
async function keepOwnRow(tx: Tx, schoolId: string, kind: SpecialKind) {
  const key = { scheme: 'own' as const, ref: kind }
  const row = { ...key, name: NAMES[kind], status: 'unknown' as const, statusTold: 'our own', rowHash: '' }
  await tx.insert(establishments).values({ ...row, firstSeenImport: 'own', lastSeenImport: 'own' })
  await tx.insert(schoolEstablishments).values({ ...key, schoolId })
}
