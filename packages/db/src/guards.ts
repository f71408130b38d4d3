import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'

/** Where this package's own files are, also when the code runs from a bundle. */
export const packageRoot = () => dirname(createRequire(import.meta.url).resolve('@wirearchy/db/package.json'))

const guardsSql = () => readFileSync(join(packageRoot(), 'guards/sqlite.sql'), 'utf8')

/** The names of the triggers that the guards file makes. */
export const guardNames = (sql = guardsSql()) =>
  [...sql.matchAll(/^create trigger (\w+)/gim)].map((match) => match[1] as string)

/**
 * Drops and makes every guard anew; safe to run at any time, inside a transaction too.
 * A table rebuild drops its triggers silently, so this follows every migration.
 */
export function applyGuards(client: Database.Database) {
  const sql = guardsSql()
  for (const name of guardNames(sql)) client.exec(`drop trigger if exists ${name}`)
  client.exec(sql)
}

/** @throws when a guard is missing or differs from the file: history would not be safe */
export function assertGuards(client: Database.Database) {
  const present = new Set(
    client.prepare(`select name from sqlite_master where type = 'trigger'`).pluck().all(),
  )
  const missing = guardNames().filter((name) => !present.has(name))
  if (missing.length > 0)
    throw new Error(
      `The database lacks its guards (${missing.slice(0, 3).join(', ')} …). Run "npx wirearchy migrate".`,
    )
}
