import { type SQL, sql } from 'drizzle-orm'
import { isPg } from './dialect.ts'

/**
 * A subquery of the given texts, for `where id in (…)`: one parameter whatever their number, so that the
 * statement keeps its text and its plan.
 */
export const inList = (texts: readonly string[]): SQL =>
  isPg
    ? sql`select value from json_array_elements_text(${JSON.stringify(texts)}::json) as listed(value)`
    : sql`select value from json_each(${JSON.stringify(texts)})`
