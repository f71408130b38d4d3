import type { ServerResponse } from 'node:http'
import { eq, type Store, settings } from '@wirearchy/db'

const REMEMBERED_MS = 1_000

/**
 * Answers /healthz (the process lives) and /readyz (a row written can be read back, and the file is not known to be
 * damaged), with one word and no more.
 */
export function makeHealth(store: Store, isSound: () => boolean) {
  let checked = { at: Number.NEGATIVE_INFINITY, ok: Promise.resolve(false) }
  const isReady = () => {
    if (performance.now() - checked.at > REMEMBERED_MS)
      checked = { at: performance.now(), ok: canWrite(store) }
    return checked.ok
  }
  return async ({ pathname }: URL, res: ServerResponse) => {
    if (pathname !== '/healthz' && pathname !== '/readyz') return false
    const ok = pathname === '/healthz' || (isSound() && (await isReady()))
    res.statusCode = ok ? 200 : 503
    res.setHeader('content-type', 'text/plain; charset=utf-8')
    res.setHeader('cache-control', 'no-store')
    res.end(ok ? 'ok\n' : 'not ready\n')
    return true
  }
}

async function canWrite(store: Store) {
  const value = String(performance.now())
  try {
    return await store.tx(async (tx) => {
      await tx
        .insert(settings)
        .values({ name: 'canary', value })
        .onConflictDoUpdate({ target: settings.name, set: { value } })
      const [row] = await tx.select().from(settings).where(eq(settings.name, 'canary'))
      return row?.value === value
    })
  } catch {
    return false
  }
}
