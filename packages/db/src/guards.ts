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

/** The text of each guard, and of each view that guards read, by its name, as SQLite keeps it. */
function guardTexts(sql = guardsSql()): Map<string, string> {
  const triggers = sql.matchAll(/^create trigger (\w+)[\s\S]*?\bend(?=;$)/gim)
  const views = sql.matchAll(/^create view (\w+)[\s\S]*?(?=;$)/gim)
  return new Map([...triggers, ...views].map(([text, name]) => [name as string, bare(text)]))
}

const bare = (text: string) => text.replace(/^create\s+(trigger|view)\s+/i, '')

function presentGuards(client: Database.Database): Map<string, string> {
  const rows = client.prepare(`select name, sql from main.sqlite_master where type in ('trigger', 'view')`)
  return new Map((rows.raw().all() as [string, string][]).map(([name, sql]) => [name, bare(sql)]))
}

/** What is wrong with a guard: it is not there, says something else than the file, or is none of ours. */
export interface GuardFault {
  name: string
  fault: 'missing' | 'different' | 'strange'
}

/** How the guards of a database differ from the file; nothing when they all stand. */
export function guardFaults(client: Database.Database): GuardFault[] {
  const wanted = guardTexts()
  const present = presentGuards(client)
  const faults = [...wanted].flatMap(([name, text]): GuardFault[] => {
    if (!present.has(name)) return [{ name, fault: 'missing' }]
    return present.get(name) === text ? [] : [{ name, fault: 'different' }]
  })
  const strange = [...present.keys()].filter((name) => !wanted.has(name))
  return [...faults, ...strange.map((name) => ({ name, fault: 'strange' as const }))]
}

/**
 * Drops every trigger and makes the guards anew; safe to run at any time, inside a transaction too.
 * A table rebuild drops its triggers silently, so this follows every migration.
 */
export function applyGuards(client: Database.Database) {
  const present = client.prepare(
    `select 'drop ' || type || ' main."' || name || '"' from main.sqlite_master where type in ('trigger', 'view')`,
  )
  for (const drop of present.pluck().all() as string[]) client.exec(drop)
  client.exec(guardsSql())
}

/** @throws when a guard is missing or differs from the file: history would not be safe */
export function assertGuards(client: Database.Database) {
  const faults = guardFaults(client).map(({ name, fault }) => `${name} is ${fault}`)
  if (faults.length > 0)
    throw new Error(
      `The database lacks its guards (${faults.slice(0, 3).join(', ')} …). Run "npx wirearchy migrate".`,
    )
}
