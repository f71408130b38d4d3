import { sql } from '@wirearchy/db'
import { type Ctx, type Day, Problem } from '@wirearchy/domain'
import { linesWhere, type Side, urnOf } from './changes-to-review.ts'
import type { ChangeRef } from './input.ts'
import { mustReview } from './reviewer.ts'

/** One row of the register about a school of the change, as last told. */
export interface Told {
  urn: string
  schoolId: string
  name: string
  statusTold: string
  type: string | null
  openedOn: Day | null
  closedOn: Day | null
  reasonClosed: string | null
}

/** One link as the register told it: `from` has this link to `to`. */
export interface ToldLink {
  fromUrn: string
  fromName: string | null
  toUrn: string
  toName: string | null
  linkType: string
  establishedOn: Day | null
  /** True when a newer file no longer has it. */
  isRemoved: boolean
}

/**
 * One change of a school: what the register says of everybody in it, and the schools that may have followed.
 * @throws Problem not_found for whoever does not look after the list, and for no such change
 */
export async function changePage(ctx: Ctx, { id }: ChangeRef) {
  await mustReview(ctx)
  const [line] = await linesWhere(ctx, sql`c.id = ${id}`, 1, false)
  if (!line) throw Problem.notFound()
  const links = await linksOf(ctx, line.from.id)
  const candidates = await candidatesOf(ctx, line.from.id, line.to)
  const told = await toldOf(ctx, [line.from.id, ...candidates.map((one) => one.id)])
  return { ...line, links, candidates, told, ...(await decisionOf(ctx, id)) }
}

const linksOf = async ({ store }: Ctx, schoolId: string): Promise<ToldLink[]> => {
  const rows = await store.read.rows<Omit<ToldLink, 'isRemoved'> & { removedAt: number | null }>(sql`
    select l.from_ref as "fromUrn", f.name as "fromName", l.to_ref as "toUrn", t.name as "toName",
      l.link_type as "linkType", l.established_on as "establishedOn", l.removed_at as "removedAt"
    from establishment_links l
    left join establishments f on f.scheme = 'gias' and f.ref = l.from_ref
    left join establishments t on t.scheme = 'gias' and t.ref = l.to_ref
    where l.from_ref in (${refsOf(schoolId)}) or l.to_ref in (${refsOf(schoolId)})
    order by l.removed_at is not null, l.established_on, l.from_ref, l.to_ref, l.link_type limit 50`)
  return rows.map(({ removedAt, ...link }) => ({ ...link, isRemoved: removedAt !== null }))
}

const refsOf = (schoolId: string) =>
  sql`select ref from school_establishments where school_id = ${schoolId} and scheme = 'gias'`

/** Schools that the register links with this one, either way, and the one that the change names; by name. */
async function candidatesOf({ store }: Ctx, schoolId: string, named: Side | null): Promise<Side[]> {
  const rows = await store.read.rows<Side>(sql`
    select s.id as id, s.name as name, s.town as town, s.status as status, ${urnOf('s')} as urn from schools s
    where s.id <> ${schoolId} and (s.id = ${named?.id ?? ''} or s.id in (
      select e.school_id from school_establishments e where e.scheme = 'gias' and e.ref in (
        select to_ref from establishment_links where from_ref in (${refsOf(schoolId)}) and removed_at is null
        union select from_ref from establishment_links where to_ref in (${refsOf(schoolId)}) and removed_at is null)))
    order by s.name, s.id limit 20`)
  return rows
}

const toldOf = ({ store }: Ctx, schoolIds: string[]): Promise<Told[]> =>
  store.read.rows<Told>(sql`
    select e.ref as urn, l.school_id as "schoolId", e.name as name, e.status_told as "statusTold", e.type as type,
      e.opened_on as "openedOn", e.closed_on as "closedOn", e.reason_closed as "reasonClosed"
    from school_establishments l join establishments e on e.scheme = l.scheme and e.ref = l.ref
    where l.scheme = 'gias' and l.school_id in (${sql.join(
      schoolIds.map((id) => sql`${id}`),
      sql`, `,
    )})
    order by l.school_id <> ${schoolIds[0]}, e.name, e.ref`)

/** Who decided, as far as it is the viewer's to know: oneself, somebody else, or the rules. */
async function decisionOf({ store, viewer }: Ctx, id: string) {
  const [row] = await store.read.rows<{ by: string | null; at: number | null; appliedAt: number | null }>(
    sql`select decided_by_id as by, decided_at as at, applied_at as "appliedAt" from school_changes where id = ${id}`,
  )
  const by = row?.at == null ? 'rules' : row.by === viewer && viewer !== null ? 'me' : 'somebody'
  return { decidedAt: row?.at ?? null, decidedBy: by as 'rules' | 'me' | 'somebody' }
}

/**
 * The change whose id ends so: enough to type at a terminal.
 * @throws Problem not_found for none · bad_input for several
 */
export async function changeEndingIn(ctx: Ctx, ending: string): Promise<string> {
  await mustReview(ctx)
  return onlyOne(
    await ctx.store.read.rows<{ id: string }>(
      sql`select id from school_changes where id like ${`%${safely(ending)}`} limit 2`,
    ),
    ending,
  )
}

/** As much of an id as a list shows, or more; of what is mistyped or shorter nothing is left that an id ends with. */
export const safely = (ending: string) => (/^[0-9a-f-]{8,36}$/i.test(ending) ? ending.toLowerCase() : 'no id')

export function onlyOne(found: { id: string }[], ending: string): string {
  const [one, another] = found
  if (!one)
    throw new Problem(
      'not_found',
      `There is nothing in the list with the id ${ending}. Write it as the list shows it.`,
    )
  if (another) throw new Problem('bad_input', `Several ids end in ${ending}. Write more of it.`)
  return one.id
}
