/**
 * The façade over drizzle's two dialects: one schema, built for the engine in use, carrying
 * PostgreSQL's types (the stricter engine) so that inference stays drizzle's own.
 */
import { type SQL, sql } from 'drizzle-orm'
import * as P from 'drizzle-orm/pg-core'
import * as S from 'drizzle-orm/sqlite-core'
import { isPg } from './dialect.ts'

const pick = <T>(pg: () => T, sqlite: () => unknown): T => (isPg ? pg() : (sqlite() as T))
const textC = P.customType<{ data: string }>({ dataType: () => 'text collate "C"' })

const build = (isPg ? P.pgTable : S.sqliteTable) as unknown as typeof P.pgTable

/** A table whose columns are written in camelCase here and stored in snake_case. */
export const table = ((name: string, columns: Record<string, Named>, extra?: never) => {
  for (const [key, { config }] of Object.entries(columns)) {
    config.name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    config.keyAsName = false
  }
  return build(name, columns as never, extra)
}) as unknown as typeof P.pgTable

interface Named {
  config: { name: string; keyAsName: boolean }
}

export const index = (isPg ? P.index : S.index) as unknown as typeof P.index
export const uniqueIndex = (isPg ? P.uniqueIndex : S.uniqueIndex) as unknown as typeof P.uniqueIndex
export const primaryKey = (isPg ? P.primaryKey : S.primaryKey) as unknown as typeof P.primaryKey
export const check = (isPg ? P.check : S.check) as unknown as typeof P.check
export const alias = (isPg ? P.alias : S.alias) as unknown as typeof P.alias
export const unionAll = (isPg ? P.unionAll : S.unionAll) as unknown as typeof P.unionAll
export const union = (isPg ? P.union : S.union) as unknown as typeof P.union

/** Column kinds. `key` compares by bytes on both engines; `day` is an ISO day; `at` is UTC milliseconds. */
export const t = {
  key: () =>
    pick(
      () => textC(),
      () => S.text(),
    ),
  text: () =>
    pick(
      () => P.text(),
      () => S.text(),
    ),
  oneOf: <const V extends [string, ...string[]]>(values: V) =>
    pick(
      () => P.text({ enum: values }),
      () => S.text({ enum: values }),
    ),
  int: () =>
    pick(
      () => P.integer(),
      () => S.integer(),
    ),
  big: () =>
    pick(
      () => P.bigint({ mode: 'number' }),
      () => S.integer(),
    ),
  real: () =>
    pick(
      () => P.doublePrecision(),
      () => S.real(),
    ),
  bool: () =>
    pick(
      () => P.boolean(),
      () => S.integer({ mode: 'boolean' }),
    ),
  at: () =>
    pick(
      () => P.bigint({ mode: 'number' }),
      () => S.integer(),
    ),
  day: () =>
    pick(
      () => P.date({ mode: 'string' }),
      () => S.text(),
    ),
  json: <T>() =>
    pick(
      () => P.jsonb().$type<T>(),
      () => S.text({ mode: 'json' }),
    ),
}

/** True of a real calendar day, or null. `date(d)` alone would accept 30 February, and `=` would accept any non-day. */
export const isDay = (column: P.AnyPgColumn): SQL =>
  isPg ? sql`true` : sql`${column} is null or ${column} is date(${column}, '+0 days')`

/** A span's two days are real and in order; a missing end means ongoing. Days are inclusive. */
export const spanCheck = (name: string, from: P.AnyPgColumn, to: P.AnyPgColumn) => [
  check(`${name}_from_is_day`, isDay(from)),
  check(`${name}_to_is_day`, isDay(to)),
  check(`${name}_in_order`, sql`${to} is null or ${to} >= ${from}`),
]

/** The values of a `oneOf` column, held by the database too. */
export const among = (name: string, column: P.AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} in ${sql.raw(`(${values.map((v) => `'${v}'`).join(', ')})`)}`)
