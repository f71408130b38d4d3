import { type Reader, sql } from '@wirearchy/db'
import type { Day } from '../day.ts'
import { directionOf } from './links/words.ts'

/** A school that the register links with another, before or after it. */
export interface Kin {
  id: string
  name: string
  town: string | null
  urn: string
  status: string
  closedOn: Day | null
}

interface Row extends Kin {
  linkType: string
  /** 1 when the link stands at the school that is asked about, 0 when at the other one. */
  isOwn: number
}

/**
 * The schools that the register names before and after one, by name: facts of the register alone, whatever came of
 * them for people. After a school that is open nothing is named, nor a school before it that is still open.
 */
export async function kinOf(read: Pick<Reader, 'rows'>, school: { id: string; status: string }) {
  const mine = sql`select ref from school_establishments where school_id = ${school.id} and scheme = 'gias'`
  const rows = await read.rows<Row>(sql`
    select other.id as id, other.name as name, other.town as town, other.status as status, other.closed_on as "closedOn",
      linked.ref as urn, linked.type as "linkType", linked.own as "isOwn"
    from (select to_ref as ref, link_type as type, 1 as own from establishment_links
        where from_ref in (${mine}) and removed_at is null
      union all select from_ref, link_type, 0 from establishment_links
        where to_ref in (${mine}) and removed_at is null) linked
    join school_establishments e on e.scheme = 'gias' and e.ref = linked.ref and e.school_id <> ${school.id}
    join schools other on other.id = e.school_id order by other.name, linked.ref`)
  const towards = (way: 'next' | 'before') => rows.filter((row) => wayOf(row) === way)
  return {
    next: school.status === 'closed' ? once(towards('next')) : [],
    before: once(towards('before').filter(({ status }) => status === 'closed')),
  }
}

/** Which way a link leads from the school asked about. */
function wayOf({ linkType, isOwn }: Row) {
  const way = directionOf(linkType)
  if (isOwn || way === null) return way
  return way === 'next' ? 'before' : 'next'
}

function once(rows: Row[]): Kin[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...byId.values()].map(({ id, name, town, urn, status, closedOn }) => {
    return { id, name, town, urn, status, closedOn }
  })
}
