/**
 * Generates the next migration from the schema and gives it what the generator cannot say:
 * STRICT tables, and WITHOUT ROWID for the word tables. `--check` only tells whether one is due.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const home = join(here, 'migrations/sqlite')
const WITHOUT_ROWID = new Set(['person_words', 'row_hashes', 'school_words'])
const check = process.argv.includes('--check')
const name = process.argv.find((word) => /^[a-z_]+$/.test(word)) ?? 'change'

const out = check ? mkdtempSync(join(tmpdir(), 'wirearchy-migrations-')) : home
if (check) cpSync(home, out, { recursive: true })
const before = new Set(sqlFiles(out))
const said = execFileSync(
  process.execPath,
  [
    join(here, '../../node_modules/drizzle-kit/bin.cjs'),
    'generate',
    '--dialect=sqlite',
    '--schema=./src/schema/index.ts',
    `--out=${relative(here, out)}`,
    `--name=${name}`,
  ],
  { cwd: here, encoding: 'utf8', env: { ...process.env, DATABASE_URL: '' } },
)
const fresh = sqlFiles(out).filter((file) => !before.has(file))
if (fresh.length === 0 && !/No schema changes/.test(said)) fail('The schema cannot be read. See above.')
if (/Interactive prompts/.test(said)) fail('The generator asked a question. Write this migration by hand.')
if (check) {
  rmSync(out, { recursive: true, force: true })
  if (fresh.length > 0)
    fail('The schema has changed since the last migration. Run "npm run generate -w @wirearchy/db".')
  console.log('The migrations say what the schema says.')
} else {
  for (const file of fresh) strict(join(out, file))
  console.log(
    fresh.length > 0 ? `Wrote ${fresh.join(', ')}. Read it before you commit it.` : 'Nothing to do.',
  )
}

function sqlFiles(folder) {
  return readdirSync(folder).filter((file) => file.endsWith('.sql'))
}

function strict(file) {
  const text = readFileSync(file, 'utf8').replace(
    /CREATE TABLE `(\w+)` \(([\s\S]*?)\n\);/g,
    (_, table, body) =>
      `CREATE TABLE \`${table}\` (${body}\n) STRICT${WITHOUT_ROWID.has(table) ? ', WITHOUT ROWID' : ''};`,
  )
  writeFileSync(file, text)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
