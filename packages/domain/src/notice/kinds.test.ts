import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isPlaced, postOfNotice } from './kinds.ts'

const SLICES = new URL('../', import.meta.url)

/** What the files of one kind say by a pattern. */
function said(inFiles: RegExp, pattern: RegExp) {
  const files = readdirSync(SLICES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    inFiles.test(file),
  )
  const found = files.flatMap((file) => [...readFileSync(new URL(file, SLICES), 'utf8').matchAll(pattern)])
  return [...new Set(found.map(([, kind]) => kind ?? ''))]
}

it('places every kind of letter that is written: one can choose about it, or it must come', () => {
  const kinds = said(/emails[\w-]*\.ts$/, /\bkind: '([a-z_]+)'/g).filter(
    (kind) => !NOT_OF_LETTERS.includes(kind),
  )
  expect(kinds.length).toBeGreaterThan(30)
  expect(kinds.filter((kind) => !isPlaced(kind))).toEqual([])
})

it('places every kind of notice that has words, so that it can be found under what it is about', () => {
  const kinds = said(/^job\/[\w-]+-words\.ts$/, /^ {2}'([a-z-]+\.[a-z_-]+)':/gm)
  expect(kinds.length).toBeGreaterThan(30)
  expect(kinds.filter((kind) => postOfNotice(kind) === null)).toEqual([])
})

/** The bundle itself, and the two kinds of address. */
const NOT_OF_LETTERS = ['digest', 'personal', 'work']
