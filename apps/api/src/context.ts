import { randomUUID } from 'node:crypto'
import type { Store } from '@wirearchy/db'
import { type Ctx, dayOf, type NetworkIndex } from '@wirearchy/domain'
import { type DoorCtx, readSession, tokenIn } from '@wirearchy/domain/account'
import type { Env } from './env.ts'

/** What a request's procedures get: who asks, from where, and a way to give or take the session cookie. */
export interface RequestCtx extends DoorCtx {
  /** The name in the header of each page; null when nobody is signed in. */
  viewerName: string | null
  /** True when the call came with others in one HTTP request. */
  batched: boolean
  /** The key that came with the form or the request: the same key and answers again is the same press. */
  form: { key: string | null }
  setCookie(line: string): void
}

export interface House {
  env: Env
  store: Store
  clock: () => Promise<number>
  index: NetworkIndex | null
}

/** The context of the house itself: the job loop, an operator's command. */
export async function houseCtx(
  { env, store, clock, index }: House,
  actor: Ctx['actor'] = 'system',
): Promise<Ctx> {
  const now = await clock()
  const { origin, secret, demo } = env
  return {
    store,
    now,
    today: dayOf(now),
    viewer: null,
    actor,
    origin,
    secret,
    demo,
    correlationId: randomUUID(),
    index,
  }
}

export interface Caller {
  cookie: string | undefined
  device: string | null
  ip: string
  requestId: string
  setCookie(line: string): void
  batched?: boolean
  key?: string | undefined
}

/** The context of one request: the session decides who asks. */
export async function requestCtx(house: House, caller: Caller): Promise<RequestCtx> {
  const ctx = { ...(await houseCtx(house)), correlationId: caller.requestId }
  const token = tokenIn(ctx, caller.cookie)
  const signed = token ? await readSession(ctx, token) : null
  return {
    ...ctx,
    viewer: signed?.personId ?? null,
    actor: signed ? 'person' : 'system',
    viewerName: signed?.name ?? null,
    accountId: signed?.accountId ?? null,
    sessionId: signed?.sessionId ?? null,
    device: caller.device,
    ip: caller.ip,
    batched: caller.batched ?? false,
    form: { key: caller.key ?? null },
    setCookie: caller.setCookie,
  }
}
