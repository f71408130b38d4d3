import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assertSettings, connect, settingFaults } from './settings.sqlite.ts'
import { bareSqlite, scratchFolder, testDbUrl } from './testing.ts'

const folder = mkdtempSync(join(scratchFolder(), 'settings-'))

it('runs with every setting, writing and reading, and reads each of them back', () => {
  const path = testDbUrl().slice('file:'.length)
  for (const readonly of [false, true]) {
    const client = connect(path, { readonly })
    expect(settingFaults(client)).toEqual([])
    client.close()
  }
})

it.each([
  ['synchronous', 1],
  ['foreign_keys', 0],
  ['secure_delete', 0],
  ['trusted_schema', 1],
  ['cell_size_check', 0],
  ['busy_timeout', 1],
  ['temp_store', 0],
  ['cache_size', -2000],
  ['journal_size_limit', 1],
])('notices a connection whose %s is %i', (name, other) => {
  const client = connect(testDbUrl().slice('file:'.length))
  client.pragma(`${name} = ${other}`)
  expect(() => assertSettings(client)).toThrow(`The setting ${name} is ${other}`)
  client.close()
})

it('says what to do about what is no database, is not ours, or cannot be opened', () => {
  const text = join(folder, 'text.db')
  writeFileSync(text, 'this is not a database, nor was it ever one; it is some words in a file')
  expect(() => connect(text)).toThrow(/is not a database, or is damaged from its first page on. Restore/)
  const theirs = join(folder, 'theirs.db')
  const other = bareSqlite(theirs)
  other.pragma('application_id = 7')
  other.close()
  expect(() => connect(theirs)).toThrow(/not one of Wirearchy. Set DATABASE_URL/)
  mkdirSync(join(folder, 'folder.db'))
  expect(() => connect(join(folder, 'folder.db'))).toThrow(/cannot be opened. Check that this user may/)
  expect(() => connect(join(folder, 'none.db'), { readonly: true })).toThrow(
    /no database at .*wirearchy migrate/,
  )
})
