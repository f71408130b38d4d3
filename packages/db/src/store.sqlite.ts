import { AsyncLocalStorage } from 'node:async_hooks'
import type Database from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { assertUnderWay, groupCommit } from './group-commit.ts'
import { assertGuards } from './guards.ts'
import { sealWrites } from './seals.ts'
import { assertSettings, connect, sqlitePath } from './settings.sqlite.ts'
import type { Reader, Store, Tx } from './store.ts'

const dialect = new SQLiteSyncDialect()
const inside = new AsyncLocalStorage<true>()

/** One writing connection with group commit, and one read-only connection that never sees half a transaction. */
export function openSqlite(url: string, root: string): Store {
  const path = sqlitePath(url, root)
  const writer = connect(path, { mustExist: true })
  assertGuards(writer)
  const reader = connect(path, { readonly: true })
  assertSettings(reader)
  const counted = { statements: 0 }
  const commits = groupCommit(writer, sealing(writer))
  const writing = access(writer, counted, () => assertUnderWay(writer))
  return {
    read: access(reader, counted),
    tx(body) {
      if (inside.getStore()) throw new Error('A transaction inside a transaction: pass tx down instead.')
      return commits.run((afterCommit) => inside.run(true, () => body({ ...writing, afterCommit } as Tx)))
    },
    statements: () => counted.statements,
    async close() {
      await commits.settled()
      reader.close()
      writer.pragma('optimize')
      writer.close()
    },
  }
}

/** The seals follow the tables: another process may bring the database up to date while this one runs. */
function sealing(writer: Database.Database) {
  const version = writer.prepare('select schema_version from pragma_schema_version').pluck()
  let sealed: unknown
  return () => {
    const now = version.get()
    if (now === sealed) return
    sealWrites(writer)
    sealed = now
  }
}

type Access = Reader & Pick<Tx, 'insert' | 'update' | 'delete' | 'exec' | 'execEach'>

/** @param check runs before each statement, and may refuse it */
function access(client: Database.Database, counted: { statements: number }, check = () => {}): Access {
  const prepare = cached((text) => client.prepare(text), counted, check)
  const db = drizzle(withStatementCache(client, prepare))
  const bound = (query: SQL) => {
    const { sql, params } = dialect.sqlToQuery(query)
    return { statement: prepare(sql), params }
  }
  return {
    select: db.select.bind(db),
    selectDistinct: db.selectDistinct.bind(db),
    $with: db.$with.bind(db),
    with: db.with.bind(db),
    $count: db.$count.bind(db),
    insert: db.insert.bind(db),
    update: db.update.bind(db),
    delete: db.delete.bind(db),
    rows: async (query: SQL) => {
      const { statement, params } = bound(query)
      return statement.all(...params)
    },
    exec: async (query: SQL) => {
      const { statement, params } = bound(query)
      statement.run(...params)
    },
    execEach: async (text: string, rows: unknown[][]) => {
      const statement = prepare(text)
      for (const row of rows) statement.run(row)
    },
  } as unknown as Access
}

const MOST_STATEMENTS = 1000

/** Drizzle prepares anew at each call; the text decides the statement, so it is prepared once. */
function cached(
  prepare: (text: string) => Database.Statement,
  counted: { statements: number },
  check: () => void,
) {
  const statements = new Map<string, Database.Statement>()
  return (text: string) => {
    check()
    counted.statements += 1
    let statement = statements.get(text)
    if (!statement) {
      if (statements.size >= MOST_STATEMENTS) statements.clear()
      statement = prepare(text)
      statements.set(text, statement)
    }
    return statement
  }
}

function withStatementCache(client: Database.Database, prepare: (text: string) => Database.Statement) {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'prepare') return prepare
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
