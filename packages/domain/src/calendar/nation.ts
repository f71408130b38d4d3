import { type NATIONS, type Reader, type SQL, sql } from '@wirearchy/db'

export type Nation = (typeof NATIONS)[number]

/**
 * In SQL: whose school year somebody lives by: the nation they say, else that of their latest school, else England.
 * @param person their id, as a column or a value
 */
export const nationIn = (person: SQL | string): SQL => sql`coalesce(
  (select said.nation from profiles said where said.person_id = ${person}),
  (select case when place.nation in ('wales', 'scotland', 'northern_ireland') then place.nation end
    from stints stay join schools place on place.id = stay.school_id
    where stay.person_id = ${person} and stay.voided_at is null and place.nation is not null
    order by stay.finished_on is null desc, stay.started_on desc, stay.id desc limit 1),
  'england')`

/** The same for one person. */
export async function nationOf(read: Pick<Reader, 'rows'>, personId: string): Promise<Nation> {
  const [row] = await read.rows<{ nation: Nation }>(sql`select ${nationIn(personId)} as nation`)
  return row?.nation ?? 'england'
}
