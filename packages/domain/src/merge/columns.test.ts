import { sql } from '@wirearchy/db'
import { testDb } from '@wirearchy/db/testing'
import { expect, it } from 'vitest'
import { PERSON_COLUMNS } from './columns.ts'
import { NAMES_A_STAY } from './parts/stays.ts'

/** Columns that end in an id, or are called after a person, and point at something else by no foreign key. */
const NO_PERSON = [
  'account_emails.stint_id',
  'agreements.programme_id',
  'claims.seat_id',
  'erasures.row_id',
  'establishment_links.first_seen_import',
  'establishment_links.last_seen_import',
  'establishments.first_seen_import',
  'establishments.last_seen_import',
  'group_memberships.link_id',
  'group_memberships.resumes_id',
  'group_memberships.seat_id',
  'imports.group_id',
  'invitations.group_id',
  'invitations.seat_id',
  'ledger.correlation_id',
  'ledger.school_id',
  'meetings.proposed_by',
  'mentorships.continues_id',
  'moves.supersedes_id',
  'person_merge_items.row_id',
  'programmes.published_run_id',
  'row_hashes.row_id',
  'school_changes.import_id',
  'seats.import_id',
  'sign_in_codes.invitation_id',
  'sign_in_codes.link_id',
  'stints.continues_stint_id',
]

interface Column {
  at: string
  target: string | null
}

const columnsOf = async () => {
  const store = testDb()
  const rows = await store.read.rows<Column>(sql`
    select m.name || '.' || c.name as at, f."table" as target
    from sqlite_master m join pragma_table_info(m.name) c
    left join pragma_foreign_key_list(m.name) f on f."from" = c.name
    where m.type = 'table' and m.name not like 'sqlite_%' order by 1`)
  await store.close()
  return rows
}

it('knows every column that names a person, and no other', async () => {
  const columns = await columnsOf()
  const mayName = ({ at, target }: Column) =>
    target === 'people' ||
    at === 'account_emails.account_id' ||
    (target === null && /(_id|person_lo|person_hi|_by|_import)$/.test(at) && !NO_PERSON.includes(at))
  const found = columns.filter(mayName).map(({ at }) => at)
  const ownKeys = found.filter((at) => /^\w+\.id$/.test(at))
  expect(found.filter((at) => !ownKeys.includes(at))).toEqual(Object.keys(PERSON_COLUMNS).sort())
})

it('knows every column that names a stay', async () => {
  const columns = await columnsOf()
  const found = columns.filter(
    ({ at, target }) =>
      target === 'stints' || ['account_emails.stint_id', 'stints.continues_stint_id'].includes(at),
  )
  expect(found.map(({ at }) => at).sort()).toEqual(NAMES_A_STAY.map((at) => at.join('.')).sort())
})
