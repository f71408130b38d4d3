import { setTimeout as rest } from 'node:timers/promises'

const LONGEST_MS = 45
const REST_MS = 4
/** Another writer asks again every 25 ms at the slowest: a rest longer than that lets everybody in. */
const LONG_REST_MS = 30
const HELD_TO_LONG_REST_MS = 180
const SMALLEST = 64
const LARGEST = 2048

/**
 * Keeps an import's transactions short beside a running server: how many rows the next one may take,
 * halved after one that took over 45 ms and doubled after a quick one, with a pause between two, and a long
 * one after every 180 ms of writing, in which other writers get their turn. Sizes are powers of two, so that
 * few different statements are prepared.
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
      if (took > LONGEST_MS) size = Math.max(SMALLEST, size / 2)
      else if (took < LONGEST_MS / 3) size = Math.min(LARGEST, size * 2)
      held += took
      const isLong = held >= HELD_TO_LONG_REST_MS
      if (isLong) held = 0
      await rest(isLong ? LONG_REST_MS : REST_MS)
      return result
    },
  }
}
