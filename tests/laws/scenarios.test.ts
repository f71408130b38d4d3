import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
/** A test with the number of a scenario; one that is left out (`skip`, `todo`) says so in its first group. */
const NAMED = /\b(?:it|test|describe)((?:\.\w+)*)(?:\([^'"`]*?\))?\(\s*['"`](?:scenario )?(\d+)(?:\.|:) /gi
/** Those that no part of the product answers yet. */
const WAITING = [30]

/** The scenarios of the domain, each in a few words: "the graph follows the person". */
const SCENARIOS = [
  ...['a move keeps every tie', 'a re-issued school address', 'a mentor is kept', 'a mentor follows'],
  ...['reports in either order', 'two schools at once', 'coming back', 'a cancelled start'],
  ...['a new number', 'a merger', 'a late link', 'a split', 'the real links file', 'every vintage'],
  ...['two records', 'a hidden name', 'deferring', 'leave', 'leaving teaching', 'another nation'],
  ...['a block', 'a hidden school', 'odd rows and days', 'two at once', 'years of everything'],
  ...['deletes are refused', 'guards after migrations', 'erasing', 'three schools', 'onboarding'],
]

/** Which test files carry which scenario, by its number. */
function carriers() {
  const found = new Map<number, Set<string>>()
  for (const folder of ['packages', 'apps', 'tests'])
    for (const path of readdirSync(join(ROOT, folder), { recursive: true }) as string[]) {
      if (!/\.(test|spec)\.tsx?$/.test(path) || /(^|\/)node_modules\//.test(path)) continue
      for (const [, how = '', number] of readFileSync(join(ROOT, folder, path), 'utf8').matchAll(NAMED))
        if (!/skip|todo/.test(how) || WAITING.includes(Number(number)))
          found.set(Number(number), (found.get(Number(number)) ?? new Set()).add(`${folder}/${path}`))
    }
  return found
}

it('carries each of the thirty scenarios in a test that has its number', () => {
  const found = carriers()
  const lines = SCENARIOS.map((what, n) => `${n + 1}. ${what}: ${[...(found.get(n + 1) ?? [])].join(', ')}`)
  console.log(lines.join('\n'))
  expect(lines.filter((line) => line.endsWith(': '))).toEqual([])
})

it.skip('30. the tutor of the new school sees who already knows the joiner, and how: waits for onboarding', () => {})
