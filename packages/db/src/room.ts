import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const MB = 1024 * 1024
const SPARE = 16 * MB

/** @throws when the disk cannot hold a backup and every page that a migration may rewrite */
export function refuseWithoutRoom(path: string) {
  const size = [path, `${path}-wal`]
    .filter((file) => existsSync(file))
    .reduce((sum, file) => sum + statSync(file).size, 0)
  const { bavail, bsize } = statfsSync(dirname(path))
  const [needed, there] = [2 * size + SPARE, bavail * bsize].map((bytes) => Math.ceil(bytes / MB))
  if ((there ?? 0) < (needed ?? 0))
    throw new Error(
      `Migrating needs ${needed} MB free beside the database, for a backup and for its own work; there are ${there} MB. Make room at ${dirname(path)}, then start again. Nothing was changed.`,
    )
}
