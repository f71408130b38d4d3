#!/usr/bin/env node
/**
 * `npm run mutants`: breaks the rules of history on purpose, one way at a time, and runs the tests that should notice.
 * Prints each with the test that caught it; fails when one lives, or when what it breaks is not in the code any more.
 * `npm run mutants -- merger block` tries only those with one of these words; `--check` only looks for what is broken.
 */
import { gone, tryAll } from '../support/broken-copy.mjs'
import { MUTANTS } from './ways-to-break.mjs'

const words = process.argv.slice(2).filter((word) => word !== '--check')
const chosen = MUTANTS.filter(({ what }) => words.length === 0 || words.some((word) => what.includes(word)))
const isCheck = process.argv.includes('--check')
const alive = isCheck ? lost() : tryAll(chosen, { HISTORIES: process.env.HISTORIES ?? '6' })
console.log(
  `${chosen.length - alive} of ${chosen.length} mutants ${isCheck ? 'have something to break' : 'were caught'}`,
)
process.exitCode = alive > 0 || chosen.length === 0 ? 1 : 0

function lost() {
  const found = gone(chosen)
  for (const { what, file } of found) console.log(`${file} no longer says what this breaks: ${what}`)
  return found.length
}
