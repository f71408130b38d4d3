#!/usr/bin/env node
/**
 * `npm run mutants:privacy`: breaks the rules of sight and of earlier days on purpose, one way at a time, and runs the
 * comparison with the oracle on each. Prints every mutant; fails when one lives. `ONLY=as-of` tries those of earlier
 * days alone, `ONLY=sight` the others.
 */
import { tryAll } from '../support/broken-copy.mjs'
import { MUTANTS } from './ways-to-break.mjs'
import { MUTANTS_OF_THE_PAST } from './ways-to-break-the-past.mjs'

const by = (suite, ways) =>
  ways.map(([what, file, before, after]) => ({
    what,
    file,
    before,
    after,
    tests: [`tests:privacy/${suite}`],
  }))
const suites = { sight: by('sight', MUTANTS), 'as-of': by('as-of.test', MUTANTS_OF_THE_PAST) }
const mutants = process.env.ONLY ? suites[process.env.ONLY] : Object.values(suites).flat()
const alive = tryAll(mutants, { WORLDS: process.env.WORLDS ?? '300' })
console.log(`${mutants.length - alive} of ${mutants.length} mutants were noticed`)
process.exitCode = alive > 0 ? 1 : 0
