import { getTableColumns, getTableName, type SQL, sql, type Table } from 'drizzle-orm'
import { isPg } from './dialect.ts'
import type { Tx } from './store.ts'

type Row = Record<string, unknown>

export interface Upsert<T extends Table> {
  /** The columns of the key that may be taken already. */
  key: (keyof T['$inferInsert'])[]
  /** Columns that a row which is there keeps. */
  keep?: (keyof T['$inferInsert'])[]
}

/**
 * Inserts many rows of one shape by one prepared statement, a handful at a time, for imports and seeds. Every row has the keys of the
 * first one; columns it does not name take the database's default. With `orUpdate`, a row whose key is taken
 * updates the one that is there.
 */
export async function insertMany<T extends Table>(
  tx: Pick<Tx, 'exec' | 'execEach'>,
  into: T,
  rows: T['$inferInsert'][],
  orUpdate?: Upsert<T>,
) {
  const [first] = rows
  if (!first) return
  const columns = Object.entries(getTableColumns(into)).filter(([key]) => key in first)
  const names = columns.map(quoted).join(', ')
  const end = onConflict(columns, orUpdate)
  if (isPg) {
    const from = fromPg(into, sql.raw(names), columns, rows)
    return tx.exec(sql`insert into ${into} (${sql.raw(names)}) ${from} where true ${sql.raw(end)}`)
  }
  const places = `(${columns.map(() => '?').join(', ')})`
  const text = (many: number) =>
    `insert into ${getTableName(into)} (${names}) values ${Array(many).fill(places).join(', ')} ${end}`
  const cells = (row: Row) => columns.map(([key, { dataType }]) => cell(row[key], dataType === 'json'))
  const whole = rows.length - (rows.length % TOGETHER)
  const handfuls = Array.from({ length: whole / TOGETHER }, (_, at) =>
    rows.slice(at * TOGETHER, (at + 1) * TOGETHER).flatMap(cells),
  )
  await tx.execEach(text(TOGETHER), handfuls)
  await tx.execEach(text(1), rows.slice(whole).map(cells))
}

/**
 * Rows in one statement. Each statement of a transaction keeps what it would need to be undone alone, and that weighs
 * on all that follow: with a statement for each of 16,000 rows, one takes five times as long as among 2,000.
 */
const TOGETHER = 50

function onConflict<T extends Table>(columns: Columns, orUpdate?: Upsert<T>): string {
  if (!orUpdate) return ''
  const { key, keep = [] } = orUpdate
  const named = (keys: PropertyKey[]) => columns.filter(([of]) => keys.includes(of)).map(quoted)
  const kept = new Set(named([...key, ...keep]))
  const set = columns
    .map(quoted)
    .filter((name) => !kept.has(name))
    .map((name) => `${name} = excluded.${name}`)
  return `on conflict (${named(key).join(', ')}) do update set ${set.join(', ')}`
}

type Columns = [string, { name: string; dataType: string }][]

/** A column's name as SQL takes it, whatever word it is. */
const quoted = ([, { name }]: Columns[number]) => `"${name}"`

function fromPg(into: Table, names: SQL, columns: Columns, rows: Row[]): SQL {
  const named = rows.map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key]])))
  return sql`select ${names} from json_populate_recordset(null::${into}, ${JSON.stringify(named)}::json)`
}

/** A value as SQLite keeps it. */
function cell(value: unknown, isJson: boolean): string | number | null {
  if (value == null) return null
  if (isJson) return JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : (value as string | number)
}
