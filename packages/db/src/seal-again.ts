import { sealAll } from './seals.ts'
import { connect, sqlitePath } from './settings.sqlite.ts'

/**
 * Seals every row of history as it stands, for an operator who has looked into what verify() found and stands by it.
 * Links that the ledger's chain has already are never made again: what was done to them stays to be seen.
 * @returns how many rows had another seal, or none
 */
export function sealAgain(url: string, root = process.cwd()) {
  const client = connect(sqlitePath(url, root), { mustExist: true })
  try {
    return client.transaction(() => sealAll(client)).immediate()
  } finally {
    client.close()
  }
}
