import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The best of five rounds for each argument, the ways taken in turn, so that neither has the quieter machine. */
export function measure<A>(all: A[], ways: ((argument: A) => unknown)[]) {
  const best = ways.map(() => all.map(() => Number.POSITIVE_INFINITY))
  for (let round = 0; round < 5; round++) {
    all.forEach((argument, at) => {
      ways.forEach((way, which) => {
        const start = performance.now()
        way(argument)
        best[which]![at] = Math.min(best[which]![at]!, performance.now() - start)
      })
    })
  }
  return best.map((times) => {
    const sorted = times.sort((a, b) => a - b)
    const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!
    return { p50: at(0.5), p99: at(0.99) }
  })
}

/** Milliseconds to three figures. */
export const figure = (ms: number) => (ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3))

/** The bytes that typed arrays hold, after what is no longer used has been given back. */
export function arrayBytes() {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().arrayBuffers
}
