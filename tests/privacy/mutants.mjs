#!/usr/bin/env node
/**
 * `npm run mutants:privacy`: breaks the rules of sight, of earlier days and of mentoring on purpose, one way at a time, and
 * runs on each the tests that should notice. Prints every mutant; fails when one lives. `ONLY=as-of` tries those of
 * earlier days alone, `ONLY=mentoring` those of what two people write, `ONLY=sight` the others.
 */
import { tryAll } from '../support/broken-copy.mjs'
import { MUTANTS } from './ways-to-break.mjs'
import { MUTANTS_OF_MENTORING } from './ways-to-break-mentoring.mjs'
import { MUTANTS_OF_THE_PAST } from './ways-to-break-the-past.mjs'

const by = (suite, ways) =>
  ways.map(([what, file, before, after]) => ({
    what,
    file,
    before,
    after,
    tests: [`tests:privacy/${suite}`],
  }))
const suites = {
  sight: by('sight', MUTANTS),
  'as-of': by('as-of.test', MUTANTS_OF_THE_PAST),
  mentoring: MUTANTS_OF_MENTORING,
}
const mutants = process.env.ONLY ? suites[process.env.ONLY] : Object.values(suites).flat()
const ROWS = 'space,meeting,handover,coordination,programme,request'
const STATES = 'live,everybodyBlocked'
const alive = tryAll(mutants, { WORLDS: process.env.WORLDS ?? '300', ROWS, STATES })
console.log(`${mutants.length - alive} of ${mutants.length} mutants were noticed`)
process.exitCode = alive > 0 ? 1 : 0
