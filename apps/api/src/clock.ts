import { eq, type Store, settings } from '@wirearchy/db'

/**
 * The one clock: UTC milliseconds that never go backwards, however the machine's clock jumps. In the demo it runs
 * ahead or behind by the `clock` row of `settings` (milliseconds); moving that row may turn it back.
 */
export function makeClock(store: Store, demo: boolean, machine: () => number = Date.now) {
  let last = 0
  let lastOffset = 0
  return async () => {
    const offset = demo ? await offsetOf(store) : 0
    if (offset !== lastOffset) last = 0
    lastOffset = offset
    last = Math.max(last, machine() + offset)
    return last
  }
}

async function offsetOf(store: Store) {
  const [row] = await store.read.select().from(settings).where(eq(settings.name, 'clock'))
  return Number(row?.value ?? 0) || 0
}
