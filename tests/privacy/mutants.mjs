#!/usr/bin/env node
/**
 * Breaks the rule of sight on purpose, one way at a time, in a copy of the code, and runs the comparison with the
 * oracle on each: whatever it does not notice, nobody would. Prints every mutant; fails when one lives.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { MUTANTS } from './ways-to-break.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
const WORLDS = process.env.WORLDS ?? '300'
const SEED = process.env.SEED ?? '20260701'

const copy = mkdtempSync(join(tmpdir(), 'wirearchy-mutants-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
copyHouse()

const alive = []
check('nothing is broken', () => {}, true)
for (const [what, file, before, after] of MUTANTS)
  check(what, () => {
    const text = readFileSync(join(copy, file), 'utf8')
    const broken = text.replace(before, after)
    if (broken === text) throw new Error(`${file} no longer says what this mutant breaks: ${what}`)
    writeFileSync(join(copy, file), broken)
    return () => writeFileSync(join(copy, file), text)
  })
console.log(`${MUTANTS.length - alive.length} of ${MUTANTS.length} mutants were noticed`)
process.exitCode = alive.length > 0 ? 1 : 0

function check(what, breakIt, isWhole = false) {
  const mend = breakIt()
  const isNoticed = !passes()
  mend?.()
  console.log(
    `${isWhole ? (isNoticed ? 'FAILS WHOLE' : 'passes     ') : isNoticed ? 'noticed    ' : 'LIVES      '} ${what}`,
  )
  if (isNoticed === isWhole) alive.push(what)
}

function passes() {
  const env = { ...process.env, WORLDS, SEED }
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const run = spawnSync(process.execPath, [vitest, 'run', 'privacy/sight'], { cwd: join(copy, 'tests'), env })
  return run.status === 0
}

/** The packages and the tests, with the modules that are installed; our own packages are those of the copy. */
function copyHouse() {
  const filter = (path) => !/\/(node_modules|\.cache|test-results)(\/|$)/.test(path)
  for (const part of ['packages', 'apps/api', 'tests', 'package.json', 'tsconfig.base.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true, filter })
  cpSync(join(ROOT, 'node_modules/@wirearchy'), join(copy, 'node_modules/@wirearchy'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '@wirearchy') symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name))
  for (const place of ['packages/db', 'packages/domain', 'packages/graph', 'apps/api', 'tests'])
    if (readdirSync(join(ROOT, place)).includes('node_modules'))
      symlinkSync(join(ROOT, place, 'node_modules'), join(copy, place, 'node_modules'))
}
