import { type NATIONS, type Reader, sql } from '@wirearchy/db'

export type Nation = (typeof NATIONS)[number]

const KNOWN: readonly string[] = ['england', 'wales', 'scotland', 'northern_ireland'] satisfies Nation[]
const isNation = (word: string | null | undefined): word is Nation => KNOWN.includes(word ?? '')

/** Whose school year somebody lives by: the nation they say, else their latest school's, else England. */
export async function nationOf(read: Pick<Reader, 'rows'>, personId: string): Promise<Nation> {
  const [row] = await read.rows<{ said: string | null; school: string | null }>(sql`select
    (select nation from profiles where person_id = ${personId}) as "said",
    (select place.nation from stints s join schools place on place.id = s.school_id
      where s.person_id = ${personId} and s.voided_at is null and place.nation is not null
      order by s.finished_on is null desc, s.started_on desc, s.id desc limit 1) as "school"`)
  if (isNation(row?.said)) return row.said
  return isNation(row?.school) ? row.school : 'england'
}
