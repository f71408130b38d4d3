import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'

/** A person who was erased, and why. */
export interface Erased {
  personId: string
  reason: string
}

/**
 * Who is erased in the database that is replaced and still stands in the backup.
 * @param say hears that this cannot be told, when the replaced database cannot be read
 */
export function erasedSince(replaced: string, fresh: string, say: (sentence: string) => void): Erased[] {
  if (!existsSync(replaced)) return []
  try {
    const standing = idsIn(fresh, `select id from people where status = 'active'`)
    return erasedIn(replaced).filter(({ personId }) => standing.has(personId))
  } catch {
    say(
      'The database that was there cannot be read, so nobody can tell who was erased since this backup was made. Look in your own records, and erase them again: npx wirearchy erase EMAIL --reason TEXT --yes.',
    )
    return []
  }
}

function idsIn(path: string, sql: string) {
  const client = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return new Set(client.prepare(sql).pluck().all() as string[])
  } finally {
    client.close()
  }
}

function erasedIn(path: string): Erased[] {
  const client = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return client
      .prepare(`select p.id as personId, coalesce((
          select e.reason from erasures e join ledger l on l.id = e.row_id
          where l.person_id = p.id order by e.created_at desc limit 1), 'Erased before a restore') as reason
        from people p where p.status = 'anonymised' order by p.anonymised_at`)
      .all() as Erased[]
  } finally {
    client.close()
  }
}
