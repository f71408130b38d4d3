import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Has the disk keep a file, or a folder's list of names, before this returns. */
export function keep(path: string) {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Gives a finished file its name: after a power cut there is the whole file under it, or none. */
export function nameForGood(partial: string, path: string) {
  keep(partial)
  renameSync(partial, path)
  keep(dirname(path))
}

/** Writes a small file whole or not at all. */
export function writeForGood(path: string, text: string) {
  writeFileSync(`${path}.partial`, text)
  nameForGood(`${path}.partial`, path)
}

const A_PIECE = 1024 * 1024

/** SHA-256 of a file, in hex, read in pieces. */
export function sha256Of(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(A_PIECE)
  const file = openSync(path, 'r')
  try {
    for (let n = readSync(file, piece); n > 0; n = readSync(file, piece)) hash.update(piece.subarray(0, n))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
