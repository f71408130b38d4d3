import { type Day, dayOf } from '@wirearchy/domain'
import type { PairFacts } from './facts.ts'
import { type PairState, waitedFor } from './state.ts'

const FEWEST = 5

/** A count that names nobody: null when it is of fewer than five. */
const few = (count: number) => (count < FEWEST ? null : count)

/** How long something waited, in school days: upper bounds, with the words for each. */
const SPANS = [
  { most: 5, label: '0 to 5' },
  { most: 10, label: '6 to 10' },
  { most: 20, label: '11 to 20' },
  { most: Number.POSITIVE_INFINITY, label: 'Over 20' },
] as const

export interface Waits {
  bars: { label: string; count: number | null }[]
  median: number | null
}

/** Waits in school days as a picture shows them: nothing at all of fewer than five, and no bar of fewer than five. */
export function waitsOf(days: number[]): Waits | null {
  if (days.length < FEWEST) return null
  const bars = SPANS.map(({ most, label }, at) => {
    const above = SPANS[at - 1]?.most ?? -1
    return { label, count: few(days.filter((day) => day > above && day <= most).length) }
  })
  return { bars, median: median(days) }
}

function median(days: number[]) {
  const sorted = [...days].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[half - 1] as number, sorted[half] as number]
  return sorted.length % 2 === 1 ? high : Math.ceil((low + high) / 2)
}

/** What a board says of its pairs in figures. */
export function figuresOf(pairs: { facts: PairFacts; state: PairState }[]) {
  const many = (state: PairState) => few(pairs.filter((pair) => pair.state === state).length)
  const untilMet = pairs.flatMap(({ facts }) =>
    facts.firstHeldAt === null ? [] : [waitedFor(facts, dayOf(facts.firstHeldAt) as Day)],
  )
  return {
    pairs: few(pairs.length),
    ...{ waiting: many('waiting'), met: many('met'), quiet: many('quiet'), ended: many('ended') },
    waits: waitsOf(untilMet),
  }
}
export type Figures = ReturnType<typeof figuresOf>
