import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Erased } from './erased-since.ts'
import { keep } from './files.ts'

const pathIn = (folder: string) => join(folder, 'erased.jsonl')

/**
 * Writes beside the backups that a person was erased, by id alone: were the database lost with its disk, the backups
 * would still hold who they were, and nothing else would say that they must go.
 */
export function noteErased(folder: string, { personId, reason }: Erased) {
  mkdirSync(folder, { recursive: true })
  appendFileSync(pathIn(folder), `${JSON.stringify({ personId, reason })}\n`)
  keep(pathIn(folder))
  keep(folder)
}

/** Everybody whom the journal knows as erased. A last line cut off by a crash is left out. */
export function notedErased(folder: string): Erased[] {
  if (!existsSync(pathIn(folder))) return []
  return readFileSync(pathIn(folder), 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Erased]
      } catch {
        return []
      }
    })
}
