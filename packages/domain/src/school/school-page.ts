import { and, desc, eq, establishments, schoolEstablishments, type schools } from '@wirearchy/db'
import type { Ctx } from '../context.ts'
import type { SchoolRef } from './input.ts'
import { kinOf } from './kin.ts'
import { schoolByRef } from './school-by-ref.ts'

type Establishment = typeof establishments.$inferSelect

/**
 * What the register tells of a school, for its page: facts only, the same for everybody who may see it.
 * `ref` is our id or any number a register has given it. A day on which an open school is to close is `closesOn`.
 * @throws Problem not found
 */
export async function schoolPage(ctx: Ctx, { ref }: SchoolRef) {
  const school = await schoolByRef(ctx, ref)
  const rows = await rowsOf(ctx, school.id)
  const present = rows.find(({ untilOn }) => untilOn === null)?.row
  const kin = await kinOf(ctx.store.read, school)
  return { ...ours(school), ...presentFacts(present), refs: rows.map(refOf), ...kin }
}

export type SchoolFacts = Awaited<ReturnType<typeof schoolPage>>

const rowsOf = (ctx: Ctx, schoolId: string) =>
  ctx.store.read
    .select({ untilOn: schoolEstablishments.untilOn, row: establishments })
    .from(schoolEstablishments)
    .innerJoin(
      establishments,
      and(
        eq(establishments.scheme, schoolEstablishments.scheme),
        eq(establishments.ref, schoolEstablishments.ref),
      ),
    )
    .where(eq(schoolEstablishments.schoolId, schoolId))
    .orderBy(desc(schoolEstablishments.ref))

function ours(school: typeof schools.$inferSelect) {
  const { id, kind, name, status, nation, phase, type, town, county, postcode, laName, region } = school
  const { openedOn, closedOn } = school
  return {
    id,
    kind,
    name,
    status,
    nation,
    phase,
    type,
    town,
    county,
    postcode,
    laName,
    region,
    openedOn,
    closedOn,
  }
}

function presentFacts(row: Establishment | undefined) {
  return {
    urn: row?.scheme === 'gias' ? row.ref : null,
    /** The school's number in the register of Scotland or of Northern Ireland. */
    seedCode: row?.scheme === 'seed' ? row.ref : null,
    niReference: row?.scheme === 'ni' ? row.ref : null,
    address: addressOf(row),
    website: row?.website ?? null,
    trust: row?.trustName ?? null,
    lowAge: row?.lowAge ?? null,
    highAge: row?.highAge ?? null,
    gender: row?.gender ?? null,
    capacity: row?.capacity ?? null,
    closesOn: row?.status === 'proposed_to_close' ? row.closedOn : null,
    reasonClosed: row?.status === 'closed' ? row.reasonClosed : null,
  }
}

/** The lines of an address, each once; the register often repeats the school's name among them. */
function addressOf(row: Establishment | undefined): string[] {
  const lines = [row?.street, row?.locality, row?.address3, row?.town, row?.county, row?.postcode]
  return [...new Set(lines.flatMap((line) => (line && line !== row?.name ? [line] : [])))]
}

const refOf = ({ untilOn, row }: { untilOn: string | null; row: Establishment }) => ({
  scheme: row.scheme,
  ref: row.ref,
  name: row.name,
  status: row.status,
  openedOn: row.openedOn,
  closedOn: row.closedOn,
  isPresent: untilOn === null,
})
