import type { IncomingHttpHeaders } from 'node:http'
import { isFromLetter } from './from-letter.ts'
import type { Check, Refusal } from './refusal.ts'

const elsewhere = (origin: string): Refusal => ({
  status: 403,
  sentence: `This was sent from another address. Open ${origin} and send it from there.`,
})

/**
 * A form counts only when it was sent from our own pages: no other site, no sibling, no file, no missing origin. Two
 * exceptions, both at addresses that are themselves the permission: a mail program stops a kind of letter without
 * saying where it comes from, and a browser leaves out where our no-referrer pages are, but says that they are ours.
 */
export const postFromHere: Check = ({ method, headers }, url, { origin }) => {
  if (method !== 'POST' || isOneClick(headers, url)) return undefined
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return elsewhere(origin)
  if (site === 'same-origin' && headers.origin === 'null' && isFromLetter(url)) return undefined
  return headers.origin === origin ? undefined : elsewhere(origin)
}

/** What a mail program sends to stop a kind of letter: no origin, no page's word about itself, no cookie (RFC 8058). */
const isOneClick = (headers: IncomingHttpHeaders, { pathname }: URL) =>
  /^\/unsubscribe\/[\w.-]{1,200}$/.test(pathname) &&
  [headers.origin, headers['sec-fetch-site'], headers.cookie].every((said) => said === undefined) &&
  /^(application\/x-www-form-urlencoded|multipart\/form-data)(;|$)/.test(headers['content-type'] ?? '')

/** A stream is opened by our own pages only: another site's page could otherwise read along. */
export const streamFromHere: Check = ({ headers }, { pathname }, { origin }) => {
  if (!/^\/live(\/|$)/.test(pathname)) return undefined
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return elsewhere(origin)
  if (headers.origin !== undefined && headers.origin !== origin) return elsewhere(origin)
  const isOurs = site === 'same-origin' || headers.origin === origin
  return isOurs ? undefined : elsewhere(origin)
}

const isJson = (type: string | undefined) =>
  type?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'

/** tRPC is asked by programs that mean it: with our own header, which no form can send, and in JSON only. */
export const trpcMeantForUs: Check = ({ method, headers }, { pathname }) => {
  if (!/^\/trpc(\/|$)/.test(pathname)) return undefined
  if (headers['x-app'] !== '1') return { status: 403, sentence: 'Ask with the header "x-app: 1".' }
  if (method === 'POST' && !isJson(headers['content-type']))
    return { status: 415, sentence: 'Send this as application/json.' }
  return undefined
}
