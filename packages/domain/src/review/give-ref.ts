import { and, eq, establishments, schoolEstablishments, schools, schoolWords, type Tx } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import type { SchoolRow } from './decide-pending.ts'

type Scheme = 'seed' | 'ni' | 'own'

/**
 * Gives a school its row in the register of its own nation: Scotland's SEED code, Northern Ireland's reference, or
 * else a number of ours. One that it has already stays.
 * @throws Problem bad_input when the number has another nation's shape · conflict when it is another school's
 */
export async function giveRef(tx: Tx, school: SchoolRow, told: string | undefined) {
  const known = await tx
    .select()
    .from(schoolEstablishments)
    .where(eq(schoolEstablishments.schoolId, school.id))
  if (known.length > 0 && !told) return
  const { scheme, ref } = told
    ? inItsNation(school, told)
    : { scheme: 'own' as const, ref: String(school.no) }
  if (known.some((row) => row.scheme === scheme && row.ref === ref)) return
  await refuseTaken(tx, scheme, ref)
  const { name, town } = school
  const row = { scheme, ref, name, town, status: 'open' as const, statusTold: 'decided by us', rowHash: '' }
  await tx
    .insert(establishments)
    .values({ ...row, firstSeenImport: 'decided', lastSeenImport: 'decided' })
    .onConflictDoNothing()
  await tx.insert(schoolEstablishments).values({ schoolId: school.id, scheme, ref })
  if (scheme !== 'own')
    await tx.insert(schoolWords).values({ word: ref, schoolId: school.id, weight: 1 }).onConflictDoNothing()
}

function inItsNation({ nation }: SchoolRow, told: string): { scheme: Scheme; ref: string } {
  const digits = told.replace('-', '')
  if (nation === 'scotland' && told === digits) return { scheme: 'seed', ref: digits }
  if (nation === 'northern_ireland') return { scheme: 'ni', ref: `${digits.slice(0, 3)}-${digits.slice(3)}` }
  const why = 'Only schools in Scotland (a SEED code) and Northern Ireland (123-4567) have such a number.'
  throw new Problem('bad_input', `${why} Leave it empty.`, { field: 'ref' })
}

async function refuseTaken(tx: Tx, scheme: Scheme, ref: string) {
  const [taken] = await tx
    .select({ name: schools.name })
    .from(schoolEstablishments)
    .innerJoin(schools, eq(schools.id, schoolEstablishments.schoolId))
    .where(and(eq(schoolEstablishments.scheme, scheme), eq(schoolEstablishments.ref, ref)))
  if (!taken) return
  throw new Problem(
    'conflict',
    `${ref} is ${taken.name}. Choose that school instead, or leave the number out.`,
    {
      field: 'ref',
    },
  )
}
