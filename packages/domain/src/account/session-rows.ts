import { createHash } from 'node:crypto'
import {
  accounts,
  and,
  eq,
  gt,
  isNull,
  ne,
  people,
  type Reader,
  StoreUnavailable,
  sessions,
  type Tx,
} from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long a session lives unused, and at most, whatever happens; in milliseconds. */
export const LIFE = {
  own: { idle: 30 * DAY, absolute: 90 * DAY },
  shared: { idle: 30 * MINUTE, absolute: 8 * 60 * MINUTE },
}
const lifeOf = (shared: boolean) => (shared ? LIFE.shared : LIFE.own)

export interface SessionFacts {
  personId: string
  device: string | null
  shared: boolean
}

/** The table's key for a cookie value: what a thief of the table finds opens nothing. */
export const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

/** The row behind a cookie value, if it is alive at ctx.now and its person is still here. */
export async function findSession(reader: Pick<Reader, 'select'>, { now }: Ctx, token: string) {
  const [row] = await reader
    .select({ session: sessions, name: people.displayName })
    .from(sessions)
    .innerJoin(accounts, and(eq(accounts.id, sessions.accountId), isNull(accounts.closedAt)))
    .innerJoin(people, and(eq(people.id, sessions.personId), eq(people.status, 'active')))
    .where(and(eq(sessions.id, hashed(token)), gt(sessions.expiresAt, now), gt(sessions.endsAt, now)))
  return row ?? null
}

/** Writes a new session's row. */
export async function insertSession(
  tx: Tx,
  { now }: Ctx,
  token: string,
  accountId: string,
  facts: SessionFacts,
) {
  const { idle, absolute } = lifeOf(facts.shared)
  const times = { createdAt: now, expiresAt: now + idle, endsAt: now + absolute }
  await tx.insert(sessions).values({ id: hashed(token), accountId, ...times, ...facts })
}

/**
 * Lets a session live on from now, never past its end; written only when that moves its end by a tenth of its life.
 * A disk that takes no writes signs nobody out and keeps nobody from reading.
 */
export async function prolong(ctx: Ctx, { id, shared, ...row }: typeof sessions.$inferSelect) {
  const { idle } = lifeOf(shared)
  const expiresAt = Math.min(ctx.now + idle, row.endsAt)
  if (expiresAt - row.expiresAt < idle / 10) return
  const written = ctx.store.tx(async (tx) => {
    await tx.update(sessions).set({ expiresAt }).where(eq(sessions.id, id))
  })
  await written.catch((error: unknown) => {
    if (!(error instanceof StoreUnavailable)) throw error
  })
}

/** Ends the sessions of an account; with `but`, all others. */
export async function endSessions(tx: Tx, accountId: string, { but = null }: { but?: string | null } = {}) {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), but ? ne(sessions.id, but) : undefined))
}
