import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Store } from '@wirearchy/db'
import type { Env } from '../env.ts'
import { address, manifest, oldDataDoor } from './address.ts'
import { bodyless, encoding, holdBody } from './body.ts'
import { factsOf } from './facts.ts'
import { postFromHere, streamFromHere, trpcMeantForUs } from './from-here.ts'
import { keepToItself } from './from-letter.ts'
import { setSecurityHeaders } from './headers.ts'
import { makeHealth } from './health.ts'
import { methods } from './methods.ts'
import { dropProxyHeaders } from './proxy.ts'
import { type Refusal, refuse } from './refusal.ts'

const CHECKS = [oldDataDoor, manifest, encoding, bodyless, postFromHere, trpcMeantForUs, streamFromHere]

type Next = (error?: unknown) => void

/**
 * What stands before the pages, tRPC and the streams, and closes the holes they have. It fits express and plain
 * node:http: what it lets through goes to `next`, with its body read in and within bounds.
 */
export function makeGuard(
  env: Pick<Env, 'origin' | 'trustProxy' | 'development'>,
  store: Store,
  isSound = () => true,
) {
  const answerHealth = makeHealth(store, isSound)
  return async (req: IncomingMessage, res: ServerResponse, next: Next) => {
    setSecurityHeaders(res, factsOf(req).nonce, env)
    const url = look(req, env)
    if (!(url instanceof URL)) return refuse(res, url)
    keepToItself(req, res, url)
    // Before any await: the first bytes of a body come in the same turn as its headers.
    const held = holdBody(req, url)
    if (await answerHealth(url, res)) return
    const tooLong = await held
    if (tooLong) return refuse(res, tooLong)
    if (!req.destroyed || req.readableEnded) next()
  }
}

/** Everything that can be said without reading the body. */
function look(req: IncomingMessage, env: Pick<Env, 'origin' | 'trustProxy'>): URL | Refusal {
  const url = address(req.url, env.origin)
  const early = methods(req, url as URL, env)
  if (early) return early
  if (!(url instanceof URL)) return url
  dropProxyHeaders(req, env)
  for (const check of CHECKS) {
    const refusal = check(req, url, env)
    if (refusal) return refusal
  }
  return url
}
