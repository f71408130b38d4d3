import type Database from 'better-sqlite3'

/**
 * Begins to write once nobody else does: another process may be migrating, or an import may be writing.
 * @throws when it has to wait for longer than `patienceMs`
 */
export function beginAlone(client: Database.Database, patienceMs: number) {
  const until = performance.now() + patienceMs
  client.pragma(`busy_timeout = ${Math.min(patienceMs, 5000)}`)
  for (;;) {
    try {
      client.exec('begin immediate')
      return
    } catch (error) {
      if (!String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) throw error
      if (performance.now() > until)
        throw new Error(
          'Another process holds the database, perhaps to migrate it. Wait until it is done, then start again. Nothing was changed.',
        )
    } finally {
      client.pragma('busy_timeout = 5000')
    }
  }
}
