import { IncomingMessage } from 'node:http'
import { isTooDeep } from './depth.ts'
import type { Check, Refusal } from './refusal.ts'

const USUAL = 64 * 1024
const LIST = 1024 * 1024

/** A list of people or schools may be longer than a form. */
const limitFor = ({ pathname }: URL) => (/\/import(\/[^/]*)?(\.data)?$/.test(pathname) ? LIST : USUAL)

/** A packed body could be anything once unpacked: none is taken. */
export const encoding: Check = ({ headers }) =>
  headers['content-encoding'] && headers['content-encoding'] !== 'identity'
    ? { status: 415, sentence: 'Send this as it is, not compressed.' }
    : undefined

/** Only a POST brings a body. */
export const bodyless: Check = ({ method, headers }) =>
  method !== 'POST' && (headers['transfer-encoding'] || Number(headers['content-length'] ?? 0) > 0)
    ? { status: 400, sentence: 'Only a POST may carry content.' }
    : undefined

/**
 * Takes in a POST's body, whole or in chunks, before anybody parses a byte of it, and then hands it on untouched.
 * @returns why not, when it is longer than its route takes; the rest of it is thrown away
 */
export function holdBody(req: IncomingMessage, url: URL): Promise<Refusal | undefined> {
  const limit = limitFor(url)
  if (req.method !== 'POST') return Promise.resolve(undefined)
  if (Number(req.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLong(limit))
  return new Promise((resolve) => {
    const held: Buffer[] = []
    let size = 0
    req.once('close', () => resolve(undefined))
    req.push = (chunk: Buffer | null) => {
      size += chunk?.length ?? 0
      if (size > limit) {
        held.length = 0
        resolve(tooLong(limit))
        return true
      }
      if (chunk) held.push(chunk)
      else if (isDeepJson(req, held)) resolve(TOO_DEEP)
      else letGo(req, held, resolve)
      return true
    }
    req.read(0)
  })
}

function letGo(req: IncomingMessage, held: Buffer[], resolve: (nothing: undefined) => void) {
  req.push = IncomingMessage.prototype.push
  for (const chunk of held) req.push(chunk)
  req.push(null)
  resolve(undefined)
}

const isDeepJson = ({ headers }: IncomingMessage, held: Buffer[]) =>
  /\bjson\b/i.test(headers['content-type'] ?? '') && isTooDeep(Buffer.concat(held).toString())

const TOO_DEEP: Refusal = { status: 400, sentence: 'That is nested deeper than anything we read.' }

const tooLong = (limit: number): Refusal => ({
  status: 413,
  sentence: `That is more than fits in one go: ${limit === LIST ? '1 MB, about 10,000 lines' : '64 kB'}. Send less at a time.`,
})
