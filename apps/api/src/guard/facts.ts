import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What the guard settled about a request, for whoever answers it. */
export interface Facts {
  requestId: string
  /** For the scripts of this one page. */
  nonce: string
  /** The caller's address on the internet. */
  ip: string
}

const known = new WeakMap<IncomingMessage, Facts>()

/** The facts of a request; made at the first question. */
export function factsOf(req: IncomingMessage): Facts {
  let facts = known.get(req)
  if (!facts) {
    const ip = req.socket.remoteAddress ?? ''
    facts = { requestId: randomUUID(), nonce: randomBytes(16).toString('base64'), ip }
    known.set(req, facts)
  }
  return facts
}
