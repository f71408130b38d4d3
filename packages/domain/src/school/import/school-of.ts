import { createHash } from 'node:crypto'
import { idOf } from '../../id.ts'
import type { EstablishmentRow } from '../register/index.ts'
import type { Findable } from '../words.ts'

const FIRST_IDS = Date.UTC(2026, 0, 1)

/**
 * Our school's id for the register row that first told of it: the same wherever that row is imported,
 * and in the order of the register, which keeps the tables' pages in order too.
 */
export function schoolIdOf(scheme: string, ref: string): string {
  const bytes = createHash('sha256').update(`${scheme}:${ref}`).digest().subarray(0, 16)
  bytes.writeUIntBE(FIRST_IDS + Number(ref.replace(/\D/g, '')), 0, 6)
  return idOf(bytes)
}

/** A register's row as it was read or as we hold it. */
type Row = Omit<EstablishmentRow, 'scheme'> & { scheme: string }

/** What our school takes from its register row. A closing day that lies ahead stays with the row. */
export function factsOf(row: Row) {
  const { name, status, phase, type, town, county, postcode, laName, region, openedOn } = row
  const closedOn = status === 'closed' ? row.closedOn : null
  const nation = nationOf(row)
  return { name, status, nation, phase, type, town, county, postcode, laName, region, openedOn, closedOn }
}

const WELSH_URN = /^40[0-2]\d{3}$/
const AT_HOME = /^(united kingdom|great britain|england|wales)$/i

/** A nation's own register tells it; in GIAS, England unless the URN or region is Welsh (domain.md 5.5), or the school stands in another country. */
function nationOf({ scheme, ref, region, country, type }: Row) {
  if (scheme !== 'gias') return scheme === 'seed' ? 'scotland' : 'northern_ireland'
  if (WELSH_URN.test(ref) || /^wales\b/i.test(region ?? '')) return 'wales'
  const isAbroad = (country !== null && !AT_HOME.test(country)) || /\b(overseas|offshore)\b/i.test(type ?? '')
  return isAbroad ? 'outside_uk' : 'england'
}

/** What the school is to be found by. */
export const findableOf = (id: string, row: Row): Findable => ({
  id,
  name: row.name,
  isClosed: row.status === 'closed',
  refs: [row.ref],
  town: row.town,
  postcode: row.postcode,
  locality: row.locality,
  laName: row.laName,
})
