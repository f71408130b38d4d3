import { setTimeout as rest } from 'node:timers/promises'

const WANTED_MS = 90
const REST_MS = 4
/** Another writer asks again every 25 ms at the slowest: a rest longer than that lets everybody in. */
const LONG_REST_MS = 30
const HELD_TO_LONG_REST_MS = 200
const SMALLEST = 64
const LARGEST = 2048

/**
 * Keeps an import's transactions short beside a running server: how many rows the next one may take, so that it
 * takes about 90 ms by what the last one took, with a pause between two, and a long one after every 200 ms of
 * writing, in which other writers get their turn. Sizes are multiples of 64, so that few different statements are
 * prepared. Fewer and longer ones would do less: the indexes' pages are written once in each.
 */
export function shortTurns(first = 128) {
  let size = first
  let held = 0
  return {
    size: () => size,
    async run<T>(turn: () => Promise<T>): Promise<T> {
      const began = performance.now()
      const result = await turn()
      const took = performance.now() - began
      size = sizeAfter(size, took)
      held += took
      const isLong = held >= HELD_TO_LONG_REST_MS
      if (isLong) held = 0
      await rest(isLong ? LONG_REST_MS : REST_MS)
      return result
    },
  }
}

/** At most twice as many as before, and no fewer than half. */
function sizeAfter(size: number, took: number) {
  const wanted = size * Math.min(2, Math.max(0.5, WANTED_MS / took))
  return Math.min(LARGEST, Math.max(SMALLEST, Math.floor(wanted / SMALLEST) * SMALLEST))
}
