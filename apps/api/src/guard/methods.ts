import type { Check } from './refusal.ts'

const KNOWN = new Set(['GET', 'HEAD', 'POST'])

/** Three methods are all we speak; TRACE, PUT, DELETE and the rest never reach the pages. */
export const methods: Check = ({ method }) =>
  KNOWN.has(method ?? '')
    ? undefined
    : { status: 405, sentence: 'This address takes GET and POST only.', allow: 'GET, HEAD, POST' }
