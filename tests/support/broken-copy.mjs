/**
 * Breaks the product on purpose, one way at a time, in a copy of the code, and runs the tests that should notice:
 * whatever they do not notice, nobody would.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/**
 * One way to break it.
 * @typedef {object} Mutant
 * @property {string} what what is broken, in a few words
 * @property {string} file where, from the root
 * @property {string | RegExp} before the text that has to be there
 * @property {string} after what it becomes
 * @property {string[]} tests who should notice: a workspace, a colon, and a part of the paths of its test files
 */

/** The ways whose text is not in the code any more. @param {Mutant[]} mutants */
export const gone = (mutants) =>
  mutants.filter(({ file, before, after }) => {
    const text = existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : ''
    return text.replace(before, after) === text
  })

/**
 * Runs every mutant against its tests, each of which has to pass on the whole code first; prints who caught it.
 * @param {Mutant[]} mutants
 * @param {Record<string, string>} env settings for the tests, such as SEED
 * @returns how many lived, or could not be tried
 */
export function tryAll(mutants, env = {}) {
  const copy = copyHouse()
  const sound = new Map()
  const isSound = (place) => {
    if (!sound.has(place)) sound.set(place, failedIn(copy, place, env).length === 0)
    if (!sound.get(place)) console.log(`FAILS WHOLE ${place}`)
    return sound.get(place)
  }
  let alive = 0
  for (const mutant of mutants) {
    const caught = caughtBy(copy, mutant, env, isSound)
    if (caught === null) alive += 1
    console.log(`${caught === null ? 'LIVES ' : 'caught'}  ${mutant.what.padEnd(70)} ${caught ?? ''}`)
  }
  return alive
}

/** The first test that fails because of a mutant; null when none does, or there is nothing left to break. */
function caughtBy(copy, { what, file, before, after, tests }, env, isSound) {
  const path = join(copy, file)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const broken = text.replace(before, after)
  if (broken === text) {
    console.log(`${file} no longer says what this breaks: ${what}`)
    return null
  }
  for (const place of tests.filter(isSound)) {
    writeFileSync(path, broken)
    const [caught] = failedIn(copy, place, env)
    writeFileSync(path, text)
    if (caught) return caught
  }
  return null
}

/** The names of the tests that fail in one place of the copy. */
function failedIn(copy, place, env) {
  const [workspace, filter] = place.split(':')
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', filter, '--bail=1', '--reporter=json', `--outputFile.json=${report}`]
  const cwd = join(copy, workspace)
  const { status } = spawnSync(process.execPath, args, { cwd, env: { ...process.env, ...env } })
  if (status === 0) return []
  if (!existsSync(report)) return [`${place} does not run`]
  const files = JSON.parse(readFileSync(report, 'utf8')).testResults
  const failed = files.flatMap(({ assertionResults }) =>
    assertionResults.filter((one) => one.status === 'failed').map(({ title }) => `${filter}: ${title}`),
  )
  return failed.length > 0 ? failed : [`${place} does not load`]
}

/** The packages and the tests, with the modules that are installed; our own packages are those of the copy. */
function copyHouse() {
  const copy = mkdtempSync(join(tmpdir(), 'wirearchy-broken-'))
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  const filter = (path) => !/\/(node_modules|\.cache|test-results|dist|build)(\/|$)/.test(path)
  for (const part of [
    'packages',
    'apps/api',
    'tests',
    'tooling',
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
  ])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true, filter })
  const modules = join(copy, 'node_modules')
  cpSync(join(ROOT, 'node_modules/@wirearchy'), join(modules, '@wirearchy'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '@wirearchy') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
  for (const place of ['packages/db', 'packages/domain', 'packages/graph', 'apps/api', 'tests'])
    if (existsSync(join(ROOT, place, 'node_modules')))
      symlinkSync(join(ROOT, place, 'node_modules'), join(copy, place, 'node_modules'))
  return copy
}
