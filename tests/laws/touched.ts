import { inList, type SQL, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import type { Town } from './town.ts'

/** What the ledger says since an entry: who is spoken of, and each entry in words that carry no id. */
export interface Said {
  /** The last entry before these, and the last of these. */
  since: number
  head: number
  touched: string[]
  entries: { type: string; on: Day; personId: string | null; refs: string; after: string | null }[]
  /** The entries without ids, so that two runs of one seed can be told apart from any other. */
  lines: string[]
}

interface Entry {
  seq: number
  type: string
  on: Day
  personId: string | null
  personNo: number | null
  schoolNo: number | null
  refs: string
  after: string | null
}

/** Everybody whom the ledger names after an entry, by themselves or by a row of theirs. */
export async function saidSince(town: Town, seq: number): Promise<Said> {
  const entries = await town.store.read.rows<Entry>(sql`
    select l.seq as seq, l.type as type, l.happened_on as "on", l.person_id as "personId", l.refs as refs, l.after as after,
      p.no as "personNo", s.no as "schoolNo" from ledger l
    left join people p on p.id = l.person_id left join schools s on s.id = l.school_id
    where l.seq > ${seq} order by l.seq`)
  const named = new Set(
    entries.flatMap(({ refs, personId }) => [
      ...Object.values(JSON.parse(refs) as Record<string, string>),
      ...(personId ? [personId] : []),
    ]),
  )
  return {
    since: seq,
    head: entries.at(-1)?.seq ?? seq,
    touched: named.size === 0 ? [] : await ownersOf(town, inList([...named])),
    entries,
    lines: entries.map(({ type, on, personNo, schoolNo }) => `${type} ${on} ${personNo} ${schoolNo}`),
  }
}

/** People, and the owners of rows, under these ids. */
async function ownersOf(town: Town, ids: SQL): Promise<string[]> {
  const rows = await town.store.read.rows<{ id: string }>(sql`
    select owned.id as id from (
      select id from people where id in (${ids})
      union select person_id from stints where id in (${ids})
      union select person_id from group_memberships where id in (${ids})
      union select mentor_id from mentorships where id in (${ids})
      union select mentee_id from mentorships where id in (${ids})
      union select person_lo from connections where id in (${ids})
      union select person_hi from connections where id in (${ids})
      union select blocked_id from blocks where id in (${ids})
    ) owned join people p on p.id = owned.id order by p.no`)
  return rows.map(({ id }) => id)
}
