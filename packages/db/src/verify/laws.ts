import type Database from 'better-sqlite3'
import { type Finding, MOST } from './finding.ts'
import { unnamed } from './named.ts'

interface Law {
  table: string
  /** Gives the keys of the rows that break it. */
  broken: string
  says: string
}

const overlap = (table: string, same: string, live = 'a.voided_at is null and b.voided_at is null'): Law => ({
  table,
  broken: `select b.id from ${table} a join ${table} b on ${same} and a.id <> b.id
    where a.started_on <= b.started_on and (a.started_on < b.started_on or a.id < b.id)
    and b.started_on <= coalesce(a.finished_on, '9999-12-31') and ${live}`,
  says: 'covers days that another row of the same covers already',
})

const same = (...columns: string[]) => columns.map((column) => `a.${column} = b.${column}`).join(' and ')

const outside = (
  row: string,
  span: string,
) => `(${span}.voided_at is not null or ${row}.started_on < ${span}.started_on
  or coalesce(${row}.finished_on, '9999-12-31') > coalesce(${span}.finished_on, '9999-12-31'))`

const points = (table: string, column: string, to: string): Law => ({
  table,
  broken: `select r.id from ${table} r where r.${column} is not null
    and not exists (select 1 from ${to} t where t.id = r.${column})`,
  says: `names a row of ${to} (${column}) that is not there`,
})

const counter = (table: string): Law => ({
  table,
  broken: `select id from ${table} where no = (select max(no) from ${table})
    and no > coalesce((select value from counters where name = '${table}'), 0)`,
  says: 'has a number that its counter has not given yet',
})

/** The laws of the network that a file can be asked about, each in SQL that gives the rows that break it. */
const LAWS: Law[] = [
  overlap('stints', same('person_id', 'school_id', 'kind')),
  overlap('group_memberships', same('person_id', 'group_id')),
  overlap('connections', same('person_lo', 'person_hi')),
  overlap('pauses', same('person_id')),
  overlap('stint_roles', same('stint_id', 'role')),
  overlap('school_leads', same('person_id', 'school_id'), 'true'),
  overlap('group_leads', same('person_id', 'group_id'), 'true'),
  overlap('register_reviewers', same('person_id'), 'true'),
  overlap(
    'mentorships',
    same('mentee_stint_id'),
    `a.voided_at is null and b.voided_at is null and a.kind = 'statutory' and b.kind = 'statutory'`,
  ),
  {
    table: 'stint_roles',
    broken: `select r.id from stint_roles r join stints s on s.id = r.stint_id
      where r.voided_at is null and ${outside('r', 's')}`,
    says: 'lies outside its stay',
  },
  {
    table: 'mentorships',
    broken: `select m.id from mentorships m
      join stints mine on mine.id = m.mentor_stint_id join stints theirs on theirs.id = m.mentee_stint_id
      where m.kind = 'statutory' and m.voided_at is null and (mine.school_id <> theirs.school_id
      or mine.person_id <> m.mentor_id or theirs.person_id <> m.mentee_id
      or ${outside('m', 'mine')} or ${outside('m', 'theirs')})`,
    says: 'is a statutory mentorship outside the two people’s stays at one school',
  },
  {
    table: 'mentorships',
    broken: 'select id from mentorships where mentor_id = mentee_id',
    says: 'ties a person to themselves',
  },
  {
    table: 'connections',
    broken: 'select id from connections where person_lo >= person_hi',
    says: 'is not an ordered pair of two people',
  },
  {
    table: 'connection_requests',
    broken: 'select id from connection_requests where from_id = to_id',
    says: 'asks oneself',
  },
  {
    table: 'blocks',
    broken: `select b.id from blocks b where b.blocker_id = b.blocked_id or (b.lifted_at is null and exists (select 1 from blocks o where o.blocker_id = b.blocker_id
        and o.blocked_id = b.blocked_id and o.id < b.id and o.lifted_at is null))`,
    says: 'is no block of one person by another, once at a time',
  },
  {
    table: 'people',
    broken: `with recursive way(first, at, steps) as (
        select id, merged_into_id, 1 from people where status = 'merged'
        union all select w.first, p.merged_into_id, w.steps + 1 from way w join people p on p.id = w.at
          where p.status = 'merged' and w.steps < 50)
      select distinct w.first from way w left join people p on p.id = w.at where p.id is null or w.steps = 50`,
    says: 'was made one with a record that leads to nobody',
  },
  {
    table: 'people',
    broken: `select p.id from people p where p.status = 'merged' and not exists (
      select 1 from person_merges m where m.loser_id = p.id and m.state = 'applied')`,
    says: 'was made one with another record, and nothing says when and by whom',
  },
  {
    table: 'person_merges',
    broken: `select id from person_merges where (state = 'applied' and applied_at is null)
      or (state = 'undone' and closed_at is null)`,
    says: 'was left half-way',
  },
  points('stints', 'continues_stint_id', 'stints'),
  points('mentorships', 'continues_id', 'mentorships'),
  points('group_memberships', 'resumes_id', 'group_memberships'),
  points('moves', 'supersedes_id', 'moves'),
  ...['people', 'schools', 'groups', 'stints', 'group_memberships', 'mentorships', 'connections'].map(
    counter,
  ),
]

const HELP =
  'The guards refuse this, so something went round them: put the row back from a backup, or write to us with this line.'

/** Rows that break a law of the network, and rows of history that no ledger entry speaks of. */
export function* laws(client: Database.Database): Generator<Finding> {
  for (const { table, broken, says } of LAWS)
    for (const row of client.prepare(`${broken} limit ${MOST}`).pluck().all() as string[])
      yield { check: 'laws', table, row, sentence: `Row ${row} of ${table} ${says}. ${HELP}` }
  yield* unnamed(client)
}
