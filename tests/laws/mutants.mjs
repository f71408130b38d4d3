#!/usr/bin/env node
/**
 * `npm run mutants`: breaks the rules of history on purpose, one way at a time, and runs the tests that should notice.
 * Prints each with the test that caught it; fails when one lives, or when what it breaks is not in the code any more.
 * `npm run mutants -- merger block` tries only those with one of these words.
 */
import { tryAll } from '../support/broken-copy.mjs'
import { MUTANTS } from './ways-to-break.mjs'

const words = process.argv.slice(2)
const chosen = MUTANTS.filter(({ what }) => words.length === 0 || words.some((word) => what.includes(word)))
const alive = tryAll(chosen, { HISTORIES: process.env.HISTORIES ?? '6' })
console.log(`${chosen.length - alive} of ${chosen.length} mutants were caught`)
process.exitCode = alive > 0 || chosen.length === 0 ? 1 : 0
