import { hash, randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import { type HistoryTable, historyTables, rowId, rowText, tableOf } from './history.ts'

/** SHA-256 of a text, short enough to keep beside every row. */
const sealOf = (text: string) => hash('sha256', text, 'base64url')

/** The digest of an entry's erasable payload: without its salt nobody can tell by trying what was erased. */
export const payloadDigest = (salt: string, payload: string) => sealOf(`${salt}\n${payload}`)

/** One link of the ledger's chain: everything before it, the entry's own facts, and its payload's digest. */
export const chainLink = (previous: string | null, facts: string, digest: string) =>
  sealOf(`${previous ?? ''}\n${facts}\n${digest}`)

/**
 * Has every row of history and every ledger entry that this connection writes sealed in the same transaction, by
 * triggers of the connection's own: what anything but the product writes stays unsealed, and verify() names it.
 * May be called again when the tables have changed.
 */
export function sealWrites(client: Database.Database) {
  const tables = historyTables(client)
  defineSeals(client)
  for (const table of tables) client.exec(rowTriggers(table))
  client.exec(ledgerTriggers(tableOf(client, 'ledger')))
}

/** Gives a connection the functions that its triggers call. */
function defineSeals(client: Database.Database) {
  client.function('row_seal', { deterministic: true }, (text) => sealOf(text as string))
  client.function('entry_seal', (previous, facts, payload) => {
    const salt = randomBytes(16).toString('base64url')
    const digest = payloadDigest(salt, payload as string)
    return JSON.stringify([salt, digest, chainLink(previous as string | null, facts as string, digest)])
  })
}

const rowTriggers = (table: HistoryTable) =>
  ['insert', 'update']
    .map(
      (act) => `drop trigger if exists temp.${table.name}_sealed_${act};
create temp trigger ${table.name}_sealed_${act} after ${act} on main.${table.name} begin
  insert into row_hashes (table_name, row_id, hash)
  values ('${table.name}', ${rowId(table, 'new')}, row_seal(${rowText(table.columns, 'new')}))
  on conflict (table_name, row_id) do update set hash = excluded.hash;
end;`,
    )
    .join('\n')

/** An entry's own facts, which nobody may change. */
export const factsText = ({ columns }: HistoryTable, row: string) =>
  rowText(
    columns.filter((name) => name !== 'before' && name !== 'after'),
    row,
  )

/** What a redaction takes away. */
export const payloadText = (row: string) => `json_array(${row}.before, ${row}.after)`

/** A redaction takes the salt with it; digest and link stay, so that the chain holds. */
const ledgerTriggers = (ledger: HistoryTable) => `drop trigger if exists temp.ledger_sealed_insert;
create temp trigger ledger_sealed_insert after insert on main.ledger begin
  insert into ledger_chain (seq, salt, payload_digest, hash)
  select new.seq, value ->> 0, value ->> 1, value ->> 2 from json_each(json_array(entry_seal(
    (select c.hash from ledger_chain c where c.seq = new.seq - 1), ${factsText(ledger, 'new')}, ${payloadText('new')})));
end;
drop trigger if exists temp.ledger_sealed_redaction;
create temp trigger ledger_sealed_redaction after update on main.ledger begin
  update ledger_chain set salt = null where seq = new.seq;
end;`

/** A row of history whose seal does not fit, or that has none. */
export interface BrokenSeal {
  id: string
  fault: 'changed' | 'unsealed'
}

/**
 * The rows of one history table that something other than the product wrote, at most `most` of them.
 * A table with another set of columns than the database has may be given, to ask about those alone.
 */
export function brokenSeals(client: Database.Database, table: HistoryTable, most = 1000): BrokenSeal[] {
  defineSeals(client)
  const rows = client.prepare(`
    select ${rowId(table, 'r')} as id, case when h.hash is null then 'unsealed' else 'changed' end as fault
    from "${table.name}" r left join row_hashes h on h.table_name = ? and h.row_id = ${rowId(table, 'r')}
    where h.hash is null or h.hash <> row_seal(${rowText(table.columns, 'r')}) limit ?`)
  return rows.all(table.name, most) as BrokenSeal[]
}

/**
 * Seals every row of history and every ledger entry as it stands: after a migration, and when an operator has looked
 * into what verify() found and stands by it.
 * @returns how many rows had no seal, how many had another or none, and how many entries had none
 */
export function sealAll(client: Database.Database, tables = historyTables(client)) {
  defineSeals(client)
  const count = () => client.prepare('select count(*) from row_hashes').pluck().get() as number
  const before = count()
  let changed = 0
  for (const table of tables)
    changed += client
      .prepare(`insert into row_hashes (table_name, row_id, hash)
        select ?, ${rowId(table, 'r')}, row_seal(${rowText(table.columns, 'r')}) from "${table.name}" r where true
        on conflict (table_name, row_id) do update set hash = excluded.hash where hash <> excluded.hash`)
      .run(table.name).changes
  return { rows: count() - before, changed, entries: chainAll(client) }
}

/** Lengthens the chain to the end of the ledger. @returns how many entries it grew by */
function chainAll(client: Database.Database) {
  const ledger = tableOf(client, 'ledger')
  const link = client.prepare(`insert into ledger_chain (seq, salt, payload_digest, hash)
    select l.seq, value ->> 0, value ->> 1, value ->> 2 from ledger l, json_each(json_array(entry_seal(
      (select c.hash from ledger_chain c where c.seq = l.seq - 1), ${factsText(ledger, 'l')}, ${payloadText('l')})))
    where l.seq = ?`)
  const next = client.prepare('select coalesce(max(seq), 0) + 1 from ledger_chain').pluck()
  const last = client.prepare('select coalesce(max(seq), 0) from ledger').pluck().get() as number
  const first = next.get() as number
  for (let seq = first; seq <= last; seq += 1) link.run(seq)
  return Math.max(0, last - first + 1)
}
