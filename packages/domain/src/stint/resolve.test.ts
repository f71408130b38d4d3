import { addDays, overlaps } from '@wirearchy/domain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveState } from './move-state.ts'
import { resolve, type Stay } from './resolve.ts'
import type { Word } from './word.ts'

let made = 0
const word = (schoolId: string, says: 'began' | 'ended', day: string, rest: Partial<Word> = {}): Word => ({
  ...{
    id: `w${String(++made).padStart(4, '0')}`,
    schoolId,
    says,
    day,
    kind: 'employed',
    role: null,
    pattern: null,
  },
  ...{ besides: false, byAs: 'self', accepted: true, createdAt: made, moveId: null, ...rest },
})
const days = (stays: Stay[]) =>
  stays.map(({ schoolId, startedOn, finishedOn }) => [schoolId, startedOn, finishedOn])

const atA = word('A', 'began', '2025-09-01', { besides: true })

it('closes the old school’s stay the day before the new school’s start when their reports overlap', () => {
  const left = word('A', 'ended', '2026-01-09', { byAs: 'old_school' })
  const joined = word('C', 'began', '2026-01-05', { byAs: 'new_school' })
  const both = [
    ['A', '2025-09-01', '2026-01-04'],
    ['C', '2026-01-05', null],
  ]
  expect(days(resolve([atA, left, joined]))).toEqual(both)
  expect(days(resolve([atA, joined, left]))).toEqual(both)
  expect(moveState([joined, left], 'undecided', '2026-02-01').state).toBe('conflict')
})

it('leaves a gap between two schools a gap', () => {
  const left = word('A', 'ended', '2025-12-19', { byAs: 'old_school' })
  const joined = word('C', 'began', '2026-01-05', { byAs: 'new_school' })
  expect(days(resolve([joined, left, atA]))).toEqual([
    ['A', '2025-09-01', '2025-12-19'],
    ['C', '2026-01-05', null],
  ])
})

it('takes the person’s word before either school’s', () => {
  const told = [
    word('A', 'ended', '2026-01-07', { moveId: 'm' }),
    word('C', 'began', '2026-01-08', { moveId: 'm' }),
    word('A', 'ended', '2026-01-09', { byAs: 'old_school', moveId: 'm' }),
    word('C', 'began', '2026-01-05', { byAs: 'new_school', moveId: 'm' }),
  ]
  expect(days(resolve([atA, ...told]))).toEqual([
    ['A', '2025-09-01', '2026-01-07'],
    ['C', '2026-01-08', null],
  ])
  expect(moveState(told, 'school', '2026-01-20').state).toBe('complete')
})

it('lets a school’s word wait until it is accepted', () => {
  const joined = word('C', 'began', '2026-01-05', { byAs: 'new_school', accepted: false })
  expect(days(resolve([atA, joined]))).toEqual([['A', '2025-09-01', null]])
})

it('never guesses which of two full-time posts a third one ends: the newcomer waits', () => {
  const atB = word('B', 'began', '2025-10-01', { besides: true })
  const joined = word('C', 'began', '2026-01-05', { byAs: 'new_school' })
  expect(days(resolve([atA, atB, joined]))).toEqual([
    ['A', '2025-09-01', null],
    ['B', '2025-10-01', null],
  ])
})

it('ends neither of two part-time posts when a third begins', () => {
  const part = { besides: true, pattern: 'part_time' as const }
  const [a, b] = [word('A', 'began', '2025-09-01', part), word('B', 'began', '2025-09-01', part)]
  const joined = word('C', 'began', '2026-01-05', { byAs: 'new_school' })
  expect(resolve([a, b, joined]).filter(({ finishedOn }) => finishedOn === null)).toHaveLength(3)
})

it('starts the new school the day after the person’s own last day when the new school says earlier', () => {
  const left = word('A', 'ended', '2026-01-20')
  const joined = word('C', 'began', '2026-01-05', { byAs: 'new_school' })
  expect(days(resolve([atA, left, joined]))).toEqual([
    ['A', '2025-09-01', '2026-01-20'],
    ['C', '2026-01-21', null],
  ])
})

it('takes no year from a stay when the school says, long after it began, that they join', () => {
  const imported = word('A', 'began', '2024-09-01', { byAs: 'import' })
  const joined = word('A', 'began', '2025-09-01', { byAs: 'new_school' })
  expect(days(resolve([imported, joined]))).toEqual([['A', '2024-09-01', null]])
  const soon = word('A', 'began', '2024-09-16', { byAs: 'new_school' })
  expect(days(resolve([soon, imported]))).toEqual([['A', '2024-09-16', null]])
  const own = word('A', 'began', '2025-09-01')
  expect(days(resolve([imported, own]))).toEqual([['A', '2025-09-01', null]])
})

it('makes two stays of leaving and coming back', () => {
  const words = [atA, word('A', 'ended', '2025-12-19'), word('A', 'began', '2026-04-13')]
  expect(days(resolve(words))).toEqual([
    ['A', '2025-09-01', '2025-12-19'],
    ['A', '2026-04-13', null],
  ])
})

const SEED = Number(process.env.SEED)
const anyWord = fc.record({
  schoolId: fc.constantFrom('A', 'B', 'C'),
  says: fc.constantFrom('began' as const, 'ended' as const),
  day: fc.integer({ min: 0, max: 400 }).map((n) => addDays('2025-09-01', n)),
  kind: fc.constantFrom('employed' as const, 'placement' as const),
  role: fc.constant(null),
  pattern: fc.constantFrom(null, 'full_time' as const, 'part_time' as const),
  besides: fc.boolean(),
  byAs: fc.constantFrom('self' as const, 'old_school' as const, 'new_school' as const, 'import' as const),
  accepted: fc.boolean(),
  createdAt: fc.integer({ min: 0, max: 5 }),
  moveId: fc.constant(null),
})
const anyWords = fc
  .array(anyWord, { maxLength: 14 })
  .map((words) => words.map((one, at): Word => ({ ...one, id: `w${String(at).padStart(3, '0')}` })))

it(`says the same of the same words in any order (seed ${SEED})`, () => {
  const shuffled = anyWords.chain((words) =>
    fc.tuple(
      fc.constant(words),
      fc.shuffledSubarray(words, { minLength: words.length, maxLength: words.length }),
    ),
  )
  const facts = (words: Word[]) =>
    resolve(words).map(({ words: behind, ...stay }) => ({ ...stay, behind: behind.sort() }))
  fc.assert(
    fc.property(shuffled, ([words, others]) => {
      expect(facts(others)).toEqual(facts(words))
    }),
    { seed: SEED, numRuns: 1500 },
  )
}, 30_000)

it(`never has two stays of one school and kind on one day, nor an end before its start (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      const stays = resolve(words)
      for (const [at, stay] of stays.entries()) {
        if (stay.finishedOn !== null) expect(stay.finishedOn >= stay.startedOn).toBe(true)
        for (const other of stays.slice(at + 1))
          if (other.schoolId === stay.schoolId && other.kind === stay.kind)
            expect(overlaps(stay, other)).toBe(false)
      }
    }),
    { seed: SEED, numRuns: 1500 },
  )
}, 30_000)

it(`has nobody at two schools full time unless they said so themselves (seed ${SEED})`, () => {
  const isFull = ({ kind, pattern }: Stay) => kind === 'employed' && pattern !== 'part_time'
  fc.assert(
    fc.property(anyWords, (words) => {
      const full = resolve(words).filter(isFull)
      for (const [at, stay] of full.entries())
        for (const other of full.slice(at + 1)) {
          const bySelf = stay.endedBy === 'self' && other.startedBy === 'self'
          const meant = other.besides || bySelf || (stay.startedBy === 'self' && other.startedBy === 'self')
          if (!meant && stay.startedOn < other.startedOn) expect(overlaps(stay, other)).toBe(false)
        }
    }),
    { seed: SEED, numRuns: 1500 },
  )
}, 30_000)
