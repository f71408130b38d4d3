import { appendFileSync } from 'node:fs'

/** How large a drill is: short in the gate, as large as `npm run crash` says otherwise. */
export const size = (name: string, short: number) => Number(process.env[name] ?? short)

/** What a drill found, in one line; `npm run crash` gathers these into its table. */
export function figure(goal: string, text: string) {
  console.log(`${goal}: ${text}`)
  const { CRASH_FIGURES } = process.env
  if (CRASH_FIGURES) appendFileSync(CRASH_FIGURES, `${JSON.stringify({ goal, text })}\n`)
}

/** The same numbers for the same seed, from 0 up to 1: what a drill does can be done again. */
export function dice(seed = size('SEED', 20260701)) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  /** A whole number from 0 to one less than `n`. */
  const below = (n: number) => Math.floor(next() * n)
  return { next, below }
}
