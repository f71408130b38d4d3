import { and, eq, isNull, mails, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { type ClaimedJob, enqueue } from '@wirearchy/domain/job'
import type { Mail } from './may-still-go.ts'

/** Puts a letter off: another job, written once, takes it up then. */
export const putOff = (ctx: Ctx, mail: Mail, { payload }: ClaimedJob, until: number) =>
  ctx.store.tx((tx) =>
    enqueue(tx, ctx, { kind: 'mail', key: `mail:${mail.id}:${until}`, payload, runAt: until }),
  )

/** Keeps a letter for its reader's next bundle, and sees to it that one comes then. */
export const hold = (ctx: Ctx, mail: Mail & { personId: string }, at: number) =>
  ctx.store.tx(async (tx) => {
    const { aboutPersonId } = mail
    await tx
      .update(mails)
      .set({ heldAt: ctx.now, aboutPersonId })
      .where(and(eq(mails.id, mail.id), isNull(mails.heldAt), isNull(mails.sentAt), isNull(mails.droppedAt)))
    await planDigest(tx, ctx, mail.personId, { at })
  })

/**
 * Sees to it that somebody's held letters are looked at at a moment. However many ask for it, it comes once.
 * @param when.again plans it even when a look at that moment has been planned, and perhaps done, before
 */
export function planDigest(tx: Tx, ctx: Ctx, personId: string, when: { at: number; again?: boolean }) {
  const key = `digest:${personId}:${when.at}${when.again ? `:${ctx.now}` : ''}`
  return enqueue(tx, ctx, { kind: 'digest', key, payload: { personId }, runAt: when.at })
}
