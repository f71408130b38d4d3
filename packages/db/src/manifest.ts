import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { sha256Of } from './files.ts'

/** What a backup's file must be, in a file of its own beside it. */
export interface Manifest {
  file: string
  bytes: number
  sha256: string
  /** When the copy was begun, as an ISO instant: everything acknowledged before it is inside. */
  createdAt: string
  /** The newest migration it has had; null for a database from before there were any. */
  schema: string | null
  rows: Record<string, number>
  ledger: { head: number; hash: string | null }
}

export const manifestPath = (backup: string) => `${backup}.manifest.json`

/**
 * The manifest of a backup.
 * @throws when there is none: the backup was never finished, or the two were parted
 */
export function readManifest(backup: string): Manifest {
  const path = manifestPath(backup)
  if (!existsSync(path))
    throw new Error(
      `There is no manifest at ${path}. Copy it here too; without one nobody can tell whether the backup is whole. Choose another copy if it is lost.`,
    )
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest
  } catch {
    throw new Error(`${path} cannot be read. Choose another copy.`)
  }
}

/** @throws when a single byte of the backup differs from what its manifest says */
export function assertAsMade(backup: string, manifest: Manifest) {
  const bytes = statSync(backup).size
  if (bytes !== manifest.bytes)
    throw new Error(
      `${basename(backup)} has ${bytes} bytes and its manifest says ${manifest.bytes}. Choose another copy.`,
    )
  if (sha256Of(backup) !== manifest.sha256)
    throw new Error(`${basename(backup)} is damaged: it is not the file that was made. Choose another copy.`)
}
