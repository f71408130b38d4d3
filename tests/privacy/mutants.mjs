#!/usr/bin/env node
/**
 * `npm run mutants:privacy`: breaks the rule of sight on purpose, one way at a time, and runs the comparison with the
 * oracle on each. Prints every mutant; fails when one lives.
 */
import { tryAll } from '../support/broken-copy.mjs'
import { MUTANTS } from './ways-to-break.mjs'

const SIGHT = ['tests:privacy/sight']
const mutants = MUTANTS.map(([what, file, before, after]) => ({ what, file, before, after, tests: SIGHT }))
const alive = tryAll(mutants, { WORLDS: process.env.WORLDS ?? '300' })
console.log(`${MUTANTS.length - alive} of ${MUTANTS.length} mutants were noticed`)
process.exitCode = alive > 0 ? 1 : 0
