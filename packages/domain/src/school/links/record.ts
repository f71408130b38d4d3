import { and, eq, inArray, schoolEstablishments, type Tx } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import { recordAll } from '../../ledger/index.ts'
import type { LinkRow } from './read.ts'

/** What an entry says of a link besides its two schools. */
export const facts = ({ linkType, establishedOn }: Pick<LinkRow, 'linkType' | 'establishedOn'>) => ({
  type: linkType,
  on: establishedOn,
})

/** One act on a link, for the ledger. */
export type Told = { link: LinkRow; type: string; before: Record<string, unknown> | null }

/** One short entry a link, under the school it begins at when we have it. */
export async function recordLinks(tx: Tx, ctx: Ctx, importId: string, told: Told[]) {
  if (told.length === 0) return
  const schools = await schoolsOf(
    tx,
    told.map(({ link }) => link.fromRef),
  )
  await recordAll(
    tx,
    ctx,
    told.map(({ link, type, before }) => ({
      type,
      schoolId: schools.get(link.fromRef) ?? null,
      refs: { import: importId },
      before,
      after: type === 'school_link.removed' ? { ...ends(link) } : { ...ends(link), ...facts(link) },
    })),
  )
}

const ends = ({ fromRef, toRef }: LinkRow) => ({ from: fromRef, to: toRef })

async function schoolsOf(tx: Tx, refs: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ ref: schoolEstablishments.ref, id: schoolEstablishments.schoolId })
    .from(schoolEstablishments)
    .where(
      and(eq(schoolEstablishments.scheme, 'gias'), inArray(schoolEstablishments.ref, [...new Set(refs)])),
    )
  return new Map(rows.map(({ ref, id }) => [ref, id]))
}
