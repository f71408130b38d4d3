import { type SQL, sql } from '@wirearchy/db'

/** Ids as a list in SQL, the last one repeated up to a power of two, so that few different statements are prepared. */
export function oneOf(ids: (string | number)[]): SQL {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, ids.length)))
  const all = Array.from({ length }, (_, n) => sql`${ids[n] ?? ids.at(-1) ?? ''}`)
  return sql.join(all, sql`, `)
}
