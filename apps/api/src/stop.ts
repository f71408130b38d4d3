import type { Server } from 'node:http'

const PATIENCE_MS = 10_000

/**
 * Stops well when told to (SIGTERM, SIGINT): takes no more callers, lets those in hand finish for up to ten seconds,
 * ends the job in hand, closes the database, and exits with 0.
 */
export function stopOn(
  server: Server,
  app: { close(): Promise<void> },
  leave: (code: number) => void = process.exit,
) {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    await new Promise((done) => {
      server.close(done)
      server.closeIdleConnections()
    })
    clearTimeout(cut)
    await app.close()
    leave(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
