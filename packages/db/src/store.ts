import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { openSqlite } from './store.sqlite.ts'

type Full = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** Reads that both engines run. `rows` runs hand-written SQL and gives plain rows. */
export type Reader = Pick<Full, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'> & {
  rows<Row>(query: SQL): Promise<Row[]>
}

/** Reads and writes inside one transaction. What must happen outside it goes to `afterCommit`. */
export type Tx = Reader &
  Pick<Full, 'insert' | 'update' | 'delete'> & {
    /** Runs hand-written SQL that changes rows. */
    exec(statement: SQL): Promise<void>
    /** Runs one statement with a `?` for each parameter, once for each row of parameters: text, numbers and null. */
    execEach(statement: string, rows: (string | number | null)[][]): Promise<void>
    afterCommit(run: () => void): void
  }

/** The only door to the data. */
export interface Store {
  read: Reader
  /**
   * Runs `body` in one transaction; it is all kept or all gone, and kept on the disk before this resolves.
   * `body` touches nothing but `tx`. A `tx` inside a `tx` is refused: pass `tx` down.
   * @param kind 'aside' for what is no part of the act itself and stays when the act is refused: a count of tries
   */
  tx<T>(body: (tx: Tx) => Promise<T>, kind?: 'aside'): Promise<T>
  /** Statements run since the store opened, for query budgets under test. */
  statements(): number
  close(): Promise<void>
}

/**
 * Opens the store behind a database address, checking the engine's settings and guards.
 * @param url `file:./data/wirearchy.db`, relative to `root`
 * @throws when the address is not one we can open, with a sentence that says what to set
 */
export function openStore(url: string, root = process.cwd()): Store {
  if (url.startsWith('file:')) return openSqlite(url, root)
  throw new Error(
    `DATABASE_URL is "${url.split(':')[0]}:…", which this version cannot open. Set it to a file, such as file:./data/wirearchy.db.`,
  )
}
