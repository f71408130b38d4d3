import { createHash, randomBytes } from 'node:crypto'
import { accounts, and, eq, gt, isNull, lte, ne, people, type Reader, sessions, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { type Adapter, Cookie, Lucia } from 'lucia'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long a session lives unused, and at most, whatever happens. */
const LIFE = {
  own: { idle: 30 * DAY, absolute: 90 * DAY },
  shared: { idle: 30 * MINUTE, absolute: 8 * 60 * MINUTE },
}
const lifeOf = (shared: boolean) => (shared ? LIFE.shared : LIFE.own)

interface SessionFacts {
  personId: string
  device: string | null
  shared: boolean
}

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
  const { session, user } = await lucia(ctx, ctx.store.read).validateSession(token)
  if (!session) return null
  const sessionId = hashed(token)
  await prolong(ctx, sessionId)
  return { sessionId, accountId: user.id, personId: session.personId, name: user.name }
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
  await lucia(ctx, tx, tx).createSession(accountId, facts, { sessionId: token })
  return token
}

/** Ends the sessions of an account; with `but`, all others. */
export async function endSessions(tx: Tx, accountId: string, { but = null }: { but?: string | null } = {}) {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), but ? ne(sessions.id, but) : undefined))
}

/** Forgets the sessions whose time is over. */
export const forgetOldSessions = (tx: Tx, ctx: Ctx) => lucia(ctx, tx, tx).deleteExpiredSessions()

/** `__Host-` keeps sibling sites from setting it; browsers take it on https only. */
const nameOn = (origin: string) => (origin.startsWith('https:') ? '__Host-session' : 'session')

/** The cookie value in a Cookie header, or null. Lucia sees our own cookie alone: a stray % in another breaks it. */
export function tokenIn(ctx: Ctx, header: string | undefined): string | null {
  const pairs = header?.split(/; */) ?? []
  const own = pairs.find((pair) => pair.startsWith(`${nameOn(ctx.origin)}=`) && /^[\w-]+=[\w-]+$/.test(pair))
  return own ? lucia(ctx, ctx.store.read).readSessionCookie(own) : null
}

/** The Set-Cookie line for a session; on a shared computer it ends with the browser. */
export const sessionCookie = (origin: string, token: string, { shared = false } = {}) =>
  cookie(origin, token, shared ? undefined : LIFE.own.absolute / 1000)

/** The Set-Cookie line that forgets the session. */
export const noSessionCookie = (origin: string) => cookie(origin, '', 0)

function cookie(origin: string, value: string, maxAge: number | undefined) {
  const secure = origin.startsWith('https:')
  return new Cookie(nameOn(origin), value, {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge,
  }).serialize()
}

async function prolong(ctx: Ctx, id: string) {
  const [row] = await ctx.store.read.select().from(sessions).where(eq(sessions.id, id))
  if (!row) return
  const { idle } = lifeOf(row.shared)
  const expiresAt = Math.min(ctx.now + idle, row.endsAt)
  if (expiresAt - row.expiresAt < idle / 10) return
  await ctx.store.tx(async (tx) => {
    await tx.update(sessions).set({ expiresAt }).where(eq(sessions.id, id))
  })
}

/**
 * Lucia over our table. The adapter hashes ids and judges time by ctx.now: Lucia, which reads the machine's clock,
 * is only told whether a session is alive.
 */
const lucia = (ctx: Ctx, reader: Pick<Reader, 'select'>, tx?: Tx) =>
  new Lucia(adapter(ctx, reader, tx), {
    sessionCookie: { name: nameOn(ctx.origin) },
    getSessionAttributes: (facts) => facts,
    getUserAttributes: ({ name }) => ({ name }),
  })

const ALIVE = new Date(8.64e15)

function adapter(ctx: Ctx, reader: Pick<Reader, 'select'>, tx?: Tx): Adapter {
  const write = async (body: (tx: Tx) => PromiseLike<unknown>) => {
    if (tx) await body(tx)
    else await ctx.store.tx(async (own) => body(own))
  }
  return {
    getSessionAndUser: (token) => find(ctx, reader, token),
    getUserSessions: async () => [],
    setSession: ({ id, userId, attributes }) => write((tx) => insert(tx, ctx, id, userId, attributes)),
    updateSessionExpiration: async () => {},
    deleteSession: (token) => write((tx) => tx.delete(sessions).where(eq(sessions.id, hashed(token)))),
    deleteUserSessions: (accountId) =>
      write((tx) => tx.delete(sessions).where(eq(sessions.accountId, accountId))),
    deleteExpiredSessions: () => write((tx) => tx.delete(sessions).where(lte(sessions.expiresAt, ctx.now))),
  }
}

async function find(
  ctx: Ctx,
  reader: Pick<Reader, 'select'>,
  token: string,
): ReturnType<Adapter['getSessionAndUser']> {
  const [row] = await reader
    .select({ session: sessions, name: people.displayName })
    .from(sessions)
    .innerJoin(accounts, and(eq(accounts.id, sessions.accountId), isNull(accounts.closedAt)))
    .innerJoin(people, and(eq(people.id, sessions.personId), eq(people.status, 'active')))
    .where(and(eq(sessions.id, hashed(token)), gt(sessions.expiresAt, ctx.now), gt(sessions.endsAt, ctx.now)))
  if (!row) return [null, null]
  const { accountId: userId, personId, device, shared } = row.session
  const attributes = { personId, device, shared }
  return [
    { id: token, userId, expiresAt: ALIVE, attributes },
    { id: userId, attributes: { name: row.name } },
  ]
}

/** What a thief of the table finds opens nothing. */
const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

async function insert(tx: Tx, { now }: Ctx, token: string, accountId: string, facts: SessionFacts) {
  const { idle, absolute } = lifeOf(facts.shared)
  const row = {
    id: hashed(token),
    accountId,
    createdAt: now,
    expiresAt: now + idle,
    endsAt: now + absolute,
    ...facts,
  }
  await tx.insert(sessions).values(row)
}
