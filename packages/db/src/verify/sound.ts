import type Database from 'better-sqlite3'
import { guardFaults } from '../guards.ts'
import { settingFaults } from '../settings.sqlite.ts'
import { capped, type Finding } from './finding.ts'

const RESTORE = 'Restore a backup: "npx wirearchy restore FILE".'

/** SQLite's own check of every page and index. Nothing else can be trusted when this finds something. */
export const damage = (client: Database.Database) => damageBy(client, 'integrity_check')

/** The same without holding every index against its table. */
export const quickDamage = (client: Database.Database) => damageBy(client, 'quick_check')

function* damageBy(client: Database.Database, check: string): Generator<Finding> {
  try {
    const found = client.pragma(`${check}(20)`) as Record<string, string>[]
    for (const fault of found.flatMap(Object.values))
      if (fault !== 'ok') yield { check: 'file', sentence: `The file is damaged: ${fault}. ${RESTORE}` }
  } catch (error) {
    yield { check: 'file', sentence: `The file is damaged: ${(error as Error).message}. ${RESTORE}` }
  }
}

interface Stray {
  table: string
  rowid: number | null
  parent: string
}

/** Rows that point nowhere. */
export const strays = (client: Database.Database) =>
  capped(strayRows(client), (rest) => ({
    check: 'file',
    sentence: `${rest} more rows point nowhere. ${RESTORE}`,
  }))

function* strayRows(client: Database.Database): Generator<Finding> {
  const check = client.prepare<[], Stray>(`select "table", rowid, parent from pragma_foreign_key_check`)
  for (const { table, rowid, parent } of check.iterate())
    yield {
      check: 'file',
      table,
      row: String(rowid),
      sentence: `Row ${rowid} of ${table} points to a row of ${parent} that is not there. ${RESTORE}`,
    }
}

const HOW = {
  missing: 'is not there',
  different: 'says something else than guards/sqlite.sql',
  strange: 'is none of ours',
} as const

/** The triggers that hold the rules of history. */
export const guards = (client: Database.Database): Finding[] =>
  guardFaults(client).map(({ name, fault }) => ({
    check: 'guards',
    row: name,
    sentence: `The guard ${name} ${HOW[fault]}. Put the guards back with "npx wirearchy migrate", and find out who changed it.`,
  }))

/** What a connection of ours runs with. */
export const settings = (client: Database.Database): Finding[] =>
  settingFaults(client).map((sentence) => ({ check: 'settings', sentence }))
