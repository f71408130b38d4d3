import { randomBytes } from 'node:crypto'
import { eq, lte, sessions, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { type Adapter, Cookie, Lucia } from 'lucia'
import {
  endSessions,
  findSession,
  hashed,
  insertSession,
  LIFE,
  prolong,
  type SessionFacts,
} from './session-rows.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionFacts, { name: string }>
    DatabaseSessionAttributes: SessionFacts
    DatabaseUserAttributes: { name: string }
  }
}

export interface Signed {
  sessionId: string
  accountId: string
  personId: string
  name: string
}

/** Whose session a cookie value is, at ctx.now; null when it is nobody's. It lives on from here, in coarse steps. */
export async function readSession(ctx: Ctx, token: string): Promise<Signed | null> {
  const found = await findSession(ctx.store.read, ctx, token)
  const { session, user } = await lucia(ctx, { found }).validateSession(token)
  if (!session || !found) return null
  await prolong(ctx, found.session)
  return { sessionId: found.session.id, accountId: user.id, personId: session.personId, name: user.name }
}

/**
 * Begins a session under a new id; the one that the browser came with ends.
 * @returns the cookie value, which is kept nowhere else
 */
export async function beginSession(
  tx: Tx,
  ctx: Ctx & { sessionId: string | null },
  { accountId, ...facts }: { accountId: string } & SessionFacts,
): Promise<string> {
  if (ctx.sessionId) await tx.delete(sessions).where(eq(sessions.id, ctx.sessionId))
  const token = randomBytes(32).toString('base64url')
  await lucia(ctx, { tx }).createSession(accountId, facts, { sessionId: token })
  return token
}

/** Forgets the sessions whose time is over. */
export const forgetOldSessions = (tx: Tx, ctx: Ctx) => lucia(ctx, { tx }).deleteExpiredSessions()

/** `__Host-` keeps sibling sites from setting it; browsers take it on https only. */
const nameOn = (origin: string) => (origin.startsWith('https:') ? '__Host-session' : 'session')

/** The cookie value in a Cookie header, or null. Lucia sees our own cookie alone: a stray % in another breaks it. */
export function tokenIn(ctx: Ctx, header: string | undefined): string | null {
  const pairs = header?.split(/; */) ?? []
  const own = pairs.find((pair) => pair.startsWith(`${nameOn(ctx.origin)}=`) && /^[\w-]+=[\w-]+$/.test(pair))
  return own ? lucia(ctx).readSessionCookie(own) : null
}

/** The Set-Cookie line for a session; on a shared computer it ends with the browser. */
export const sessionCookie = (origin: string, token: string, { shared = false } = {}) =>
  cookie(origin, token, shared ? undefined : LIFE.own.absolute / 1000)

/** The Set-Cookie line that forgets the session. */
export const noSessionCookie = (origin: string) => cookie(origin, '', 0)

function cookie(origin: string, value: string, maxAge: number | undefined) {
  const secure = origin.startsWith('https:')
  const attributes = { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge } as const
  return new Cookie(nameOn(origin), value, attributes).serialize()
}

/**
 * Lucia over our table. The adapter hashes ids and judges time by ctx.now: Lucia, which reads the machine's clock,
 * is only told whether a session is alive.
 */
const lucia = (ctx: Ctx, over: Over = {}) =>
  new Lucia(adapter(ctx, over), {
    sessionCookie: { name: nameOn(ctx.origin) },
    getSessionAttributes: (facts) => facts,
    getUserAttributes: ({ name }) => ({ name }),
  })

interface Over {
  /** The row behind the cookie value in question. */
  found?: Awaited<ReturnType<typeof findSession>>
  /** The transaction that a change belongs to; its own when there is none. */
  tx?: Tx
}

const ALIVE = new Date(8.64e15)

function adapter(ctx: Ctx, { found, tx }: Over): Adapter {
  const write = async (body: (tx: Tx) => PromiseLike<unknown>) => {
    if (tx) await body(tx)
    else await ctx.store.tx(async (own) => body(own))
  }
  return {
    async getSessionAndUser(token) {
      if (!found) return [null, null]
      const { accountId: userId, personId, device, shared } = found.session
      const session = { id: token, userId, expiresAt: ALIVE, attributes: { personId, device, shared } }
      return [session, { id: userId, attributes: { name: found.name } }]
    },
    getUserSessions: async () => [],
    setSession: ({ id, userId, attributes }) => write((tx) => insertSession(tx, ctx, id, userId, attributes)),
    updateSessionExpiration: async () => {},
    deleteSession: (token) => write((tx) => tx.delete(sessions).where(eq(sessions.id, hashed(token)))),
    deleteUserSessions: (accountId) => write((tx) => endSessions(tx, accountId)),
    deleteExpiredSessions: () => write((tx) => tx.delete(sessions).where(lte(sessions.expiresAt, ctx.now))),
  }
}
