import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupFile } from './backup-file.ts'
import { type Manifest, manifestPath, readManifest } from './manifest.ts'
import { sqlitePath } from './settings.sqlite.ts'

/**
 * Backs the database up to a new file, with its manifest beside it.
 * It blocks for as long as it takes: run it in a process of its own.
 * @returns what the copy holds
 */
export const backup = (url: string, target: string, root = process.cwd()): Manifest =>
  backupFile(sqlitePath(url, root), target)

const NIGHTLY = /^wirearchy-.*\.db$/

/** A backup's name from its instant, so that names sort by age. */
const nightlyName = (now: Date) => `wirearchy-${now.toISOString().replace(/[:.]/g, '-')}.db`

interface Backup {
  path: string
  manifest: Manifest
}

/** The finished backups in a folder, newest first. One whose manifest is lost or broken, or being written, is none. */
export function backupsIn(folder: string): Backup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .flatMap((name) => backupAt(join(folder, name)))
    .sort((one, other) => other.manifest.createdAt.localeCompare(one.manifest.createdAt))
}

function backupAt(path: string): Backup[] {
  try {
    return [{ path, manifest: readManifest(path) }]
  } catch {
    return []
  }
}

/**
 * Backs the database up into a folder under a name of its instant, and lets the oldest such ones go.
 * @param keep how many to keep, the new one among them
 */
export function backupInto(url: string, folder: string, { root = process.cwd(), keep = 14 } = {}): Manifest {
  const made = backup(url, join(folder, nightlyName(new Date())), root)
  const nightly = backupsIn(folder).filter(({ manifest }) => NIGHTLY.test(manifest.file))
  for (const { path } of nightly.slice(keep)) {
    rmSync(manifestPath(path))
    rmSync(path)
  }
  return made
}
