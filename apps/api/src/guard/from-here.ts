import type { Check, Refusal } from './refusal.ts'

const elsewhere = (origin: string): Refusal => ({
  status: 403,
  sentence: `This was sent from another address. Open ${origin} and send it from there.`,
})

/** A form counts only when it was sent from our own pages: no other site, no sibling, no file, no missing origin. */
export const postFromHere: Check = ({ method, headers }, _url, { origin }) => {
  if (method !== 'POST') return undefined
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return elsewhere(origin)
  return headers.origin === origin ? undefined : elsewhere(origin)
}

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
