import type { IncomingMessage, ServerResponse } from 'node:http'

/** Why a request goes no further, in a status and a sentence. */
export interface Refusal {
  status: number
  sentence: string
  /** For 405: what is allowed. */
  allow?: string
}

/** One concern of the guard: looks at a request and refuses it, or says nothing. */
export type Check = (
  req: IncomingMessage,
  url: URL,
  settings: { origin: string; trustProxy: number },
) => Refusal | undefined

/** Answers a refused request and hangs up, so that nothing more of it is read. */
export function refuse(res: ServerResponse, { status, sentence, allow }: Refusal) {
  res.statusCode = status
  if (allow) res.setHeader('allow', allow)
  res.setHeader('content-type', 'text/plain; charset=utf-8')
  res.setHeader('cache-control', 'no-store')
  res.setHeader('connection', 'close')
  res.end(res.req.method === 'HEAD' ? undefined : `${sentence}\n`)
}
