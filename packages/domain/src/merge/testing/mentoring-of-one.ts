import { type SQL, sql } from '@wirearchy/db'
import type { World } from './world.ts'

/** Rows of mentoring that could not be one person's: none after two records were made one. */
export async function notOfOne({ store, winner, loser }: World): Promise<string[]> {
  const names = (table: string, ...columns: string[]) =>
    columns.map((column) =>
      sql.raw(`select '${table}.${column}' as what from ${table} where ${column} = '${loser}'`),
    )
  const here = sql.raw(`person_id = '${winner}' and left_at is null`)
  const wrong: SQL[] = [
    ...names('mentor_offers', 'person_id'),
    ...names('mentor_places', 'person_id'),
    ...names('mentor_hours', 'person_id'),
    ...names('mentoring_requests', 'asker_id'),
    ...names('mentoring_asks', 'mentor_id'),
    ...names('programme_people', 'person_id', 'added_by_id'),
    ...names('programme_wishes', 'person_id', 'other_id'),
    ...names('programme_fixes', 'by_id'),
    ...names('programme_pairs', 'mentor_id'),
    ...names('quiet_hours', 'person_id'),
    ...names('notice_choices', 'person_id'),
    sql`select 'kept apart under another name' as what from kept_apart where lifted_at is null
      and ${loser} in (person_id, other_id)`,
    sql`select 'asked themselves' as what from mentoring_asks a join mentoring_requests r on r.id = a.request_id
      where r.asker_id = a.mentor_id and a.state in ('next', 'asked', 'question')`,
    sql`select 'asked twice' as what from mentoring_asks where mentor_id = ${winner}
      and state in ('next', 'asked', 'question') group by request_id having count(*) > 1`,
    sql`select 'wishes for themselves' as what from programme_wishes where person_id = other_id`,
    sql`select 'wished for twice' as what from programme_wishes where ${winner} in (person_id, other_id)
      group by programme_id, person_id, other_id having count(*) > 1`,
    sql`select 'kept apart from themselves' as what from kept_apart where lifted_at is null
      and person_id in (${winner}, ${loser}) and other_id in (${winner}, ${loser})`,
    sql`select 'twice in a programme' as what from programme_people where ${here} group by programme_id, side having count(*) > 1`,
    sql`select 'held for two' as what from programme_fixes where mentee_id = ${winner} and does = 'lock'
      and lifted_at is null group by programme_id having count(*) > 1`,
    sql`select 'their own mentor' as what from programme_pairs where mentee_id in (${winner}, ${loser})
      and mentor_id in (${winner}, ${loser})`,
  ]
  return (await store.read.rows<{ what: string }>(sql.join(wrong, sql` union all `))).map(({ what }) => what)
}
