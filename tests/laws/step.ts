import { type SQL, sql } from '@wirearchy/db'
import type { Dice } from './dice.ts'
import type { Town } from './town.ts'

/** One thing that may happen. What it promises is what the laws hold it to. */
export interface Step {
  name: string
  /** How often it happens among a thousand people in a year. */
  rate: number
  /** It may say that days which were on record never were: a word told late, taken back, or decided. */
  corrects?: true
  /** Nobody does it: the clock accepts what was said, and nothing earlier is touched. */
  byClock?: true
  /** It is about a school alone: on its day nobody gains or loses anybody by it. */
  ofSchools?: true
  /** It makes one person of two, or two of one, or both, one after the other. Its run gives the two. */
  ofRecords?: 'joined' | 'parted' | 'as before'
  /** @returns null when there was nothing to do */
  run(town: Town, dice: Dice): Promise<unknown>
}

export const everyone = ({ people, leads }: Town) => [...people, ...leads]
/** One of all people and leads, without a list of them. */
export const anyone = ({ people, leads }: Town, dice: Dice) => {
  const at = dice.below(people.length + leads.length)
  return (people[at] ?? leads[at - people.length]) as string
}

export const rowsOf = <Row>(town: Town, query: SQL) => town.store.read.rows<Row>(query)

/** A row of a table (called t) that fits, drawn by its place in the table; null when none does. */
export async function drawn<Row>(town: Town, dice: Dice, table: string, columns: SQL, where: SQL) {
  const name = sql.raw(table)
  const [top] = await rowsOf<{ most: number | null }>(town, sql`select max(rowid) as most from ${name}`)
  const from = dice.below(top?.most ?? 1) + 1
  const after = sql`select ${columns} from ${name} t where t.rowid >= ${from} and ${where} order by t.rowid limit 1`
  const before = sql`select ${columns} from ${name} t where t.rowid < ${from} and ${where} order by t.rowid limit 1`
  return (await rowsOf<Row>(town, after))[0] ?? (await rowsOf<Row>(town, before))[0] ?? null
}
