import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { nameForGood, sha256Of, writeForGood } from './files.ts'
import { rowCounts } from './losses.ts'
import { type Manifest, manifestPath } from './manifest.ts'
import { appliedTags } from './migrations.ts'
import { connect } from './settings.sqlite.ts'
import { headOf } from './verify/index.ts'

/**
 * Writes a whole, consistent copy of a database file under a new name, with its manifest beside it, while others read
 * and write: one statement reads one snapshot, so that no writer can make it start again. The name appears when the
 * copy is checked and on the disk, not before.
 * @throws when the target exists, there is no room, or the copy is not sound; then nothing is left behind
 */
export function backupFile(path: string, target: string): Manifest {
  if (existsSync(target)) throw new Error(`${target} already exists. Choose a new file name.`)
  mkdirSync(dirname(target), { recursive: true })
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  try {
    const createdAt = new Date().toISOString()
    copyInto(path, partial)
    const manifest = describe(partial, { file: basename(target), createdAt })
    nameForGood(partial, target)
    writeForGood(manifestPath(target), `${JSON.stringify(manifest, null, 2)}\n`)
    return manifest
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function copyInto(path: string, partial: string) {
  const client = connect(path, { readonly: true })
  try {
    client.prepare('vacuum into ?').run(partial)
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_FULL') throw error
    throw new Error(
      `There is no room for a backup in ${dirname(partial)}. Make room there, or name a file on another disk.`,
    )
  } finally {
    client.close()
  }
}

function describe(partial: string, made: Pick<Manifest, 'file' | 'createdAt'>): Manifest {
  const client = new Database(partial, { readonly: true, fileMustExist: true })
  try {
    const fault = faultIn(client)
    if (fault)
      throw new Error(
        `The database is damaged (${fault}), and so would be its copy. Restore an older backup: "npx wirearchy restore FILE".`,
      )
    const schema = [...appliedTags(client).keys()].at(-1) ?? null
    const rows = Object.fromEntries(rowCounts(client))
    const ledger = headOf(client)
    return { ...made, bytes: statSync(partial).size, sha256: sha256Of(partial), schema, rows, ledger }
  } finally {
    client.close()
  }
}

function faultIn(client: Database.Database): string | null {
  try {
    const found = String(client.pragma('integrity_check(1)', { simple: true }))
    if (found !== 'ok') return found
    const [stray] = client.pragma('foreign_key_check') as { table: string }[]
    return stray ? `a row of ${stray.table} points nowhere` : null
  } catch (error) {
    return (error as Error).message
  }
}
