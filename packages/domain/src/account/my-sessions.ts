import { and, desc, eq, gt, sessions } from '@wirearchy/db'
import { type Day, dayOf, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { SessionCtx } from './door.ts'
import type { SessionRef } from './input.ts'
import { endSessions } from './session-rows.ts'

export interface MySession {
  id: string
  /** "Firefox on Windows"; null when the browser did not say. */
  device: string | null
  signedInOn: Day
  shared: boolean
  isThisOne: boolean
}

/** Where the viewer is signed in, this browser first, then the newest. */
export async function mySessions(ctx: SessionCtx): Promise<MySession[]> {
  const rows = await ctx.store.read
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, ctx.accountId),
        gt(sessions.expiresAt, ctx.now),
        gt(sessions.endsAt, ctx.now),
      ),
    )
    .orderBy(desc(eq(sessions.id, ctx.sessionId)), desc(sessions.createdAt))
  return rows.map(({ id, device, createdAt, shared }) => {
    return { id, device, signedInOn: dayOf(createdAt), shared, isThisOne: id === ctx.sessionId }
  })
}

/** Ends one of the viewer's own sessions; anybody else's is not found. */
export async function endSession(ctx: SessionCtx, { sessionId }: SessionRef) {
  await ctx.store.tx(async (tx) => {
    const own = and(eq(sessions.id, sessionId), eq(sessions.accountId, ctx.accountId))
    const ended = await tx.delete(sessions).where(own).returning({ id: sessions.id })
    if (ended.length === 0) throw Problem.notFound()
    await record(tx, ctx, { type: 'session.ended', personId: ctx.viewer })
  })
  return { isThisOne: sessionId === ctx.sessionId }
}

/** Ends all of the viewer's sessions but this one. */
export async function endOtherSessions(ctx: SessionCtx) {
  await ctx.store.tx(async (tx) => {
    await endSessions(tx, ctx.accountId, { but: ctx.sessionId })
    await record(tx, ctx, { type: 'session.others_ended', personId: ctx.viewer })
  })
  return {}
}

/** Signs this browser out. */
export async function signOut(ctx: SessionCtx) {
  await ctx.store.tx(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.id, ctx.sessionId))
  })
  return {}
}
