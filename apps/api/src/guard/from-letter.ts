import type { IncomingMessage, ServerResponse } from 'node:http'

/** An address that only a letter knows: a button of one press, or the way to stop a kind of letter. Whoever has it may. */
export const isFromLetter = ({ pathname }: URL) => /^\/(do|unsubscribe)\/[^/]+$/.test(pathname)

/**
 * Such an address goes nowhere from here: no page of ours or of others is told where its reader comes from. Browsers
 * then write "null" for the origin of its own form, which the pages would take for somebody else's.
 */
export function keepToItself({ headers }: IncomingMessage, res: ServerResponse, url: URL) {
  if (!isFromLetter(url)) return
  res.setHeader('referrer-policy', 'no-referrer')
  if (headers.origin === 'null') delete headers.origin
}
