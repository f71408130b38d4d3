import Database from 'better-sqlite3'
import { notedErased } from './erasure-journal.ts'

/** A person who was erased, and why. */
export interface Erased {
  personId: string
  reason: string
}

/**
 * Who still stands in the backup, though the replaced database or the journal beside the backups knows them as erased.
 * @param replaced an open connection to it; null when there was none
 * @param journal where the journal is; null when there is none
 * @param say hears that the replaced database cannot be read, so that the journal alone can tell
 */
export function erasedSince(
  { replaced, fresh, journal }: { replaced: Database.Database | null; fresh: string; journal: string | null },
  say: (sentence: string) => void,
): Erased[] {
  const standing = idsIn(fresh, `select id from people where status = 'active'`)
  const noted = journal ? notedErased(journal) : []
  const known = new Map([...noted, ...erasedIn(replaced, say)].map((erased) => [erased.personId, erased]))
  return [...known.values()].filter(({ personId }) => standing.has(personId))
}

function idsIn(path: string, sql: string) {
  const client = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return new Set(client.prepare(sql).pluck().all() as string[])
  } finally {
    client.close()
  }
}

function erasedIn(client: Database.Database | null, say: (sentence: string) => void): Erased[] {
  try {
    return client ? erasedRows(client) : []
  } catch {
    say(
      'The database that was there cannot be read, so only the journal beside the backups can tell who was erased since this backup was made. Look in your own records too, and erase them again: npx wirearchy erase EMAIL --reason TEXT --yes.',
    )
    return []
  }
}

const erasedRows = (client: Database.Database) =>
  client
    .prepare(`select p.id as personId, coalesce((
        select e.reason from erasures e join ledger l on l.id = e.row_id
        where l.person_id = p.id order by e.created_at desc limit 1), 'Erased before a restore') as reason
      from people p where p.status = 'anonymised' order by p.anonymised_at`)
    .all() as Erased[]
