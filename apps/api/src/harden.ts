import type { Server } from 'node:http'

/** Limits that a slow or hostile connection meets before any of our code: times in milliseconds. */
export function harden(server: Server) {
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 65_000
  server.maxHeadersCount = 100
  return server
}
