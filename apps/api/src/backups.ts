import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Env } from './env.ts'

type Where = Pick<Env, 'backupDir' | 'databaseUrl' | 'root'>

/** Where backups go: the folder that was set, else one beside the database. */
export function backupFolder({ backupDir, databaseUrl, root }: Where): string {
  if (backupDir) return resolve(root, backupDir)
  const path = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : join(tmpdir(), 'none')
  return join(dirname(resolve(root, path)), 'backups')
}
