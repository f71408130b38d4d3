import { and, eq, isNull, mails, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { blockedWith, canSee } from '@wirearchy/domain/visibility'
import type { ClaimedJob } from './claim.ts'

/** A letter on its way out. Its id is the same at every try, so that a second copy can be told from the first. */
export interface OutgoingMail {
  id: string
  to: string
  subject: string
  text: string
}

/** Hands a letter to the post; throws when the post would not take it. */
export type Carrier = (mail: OutgoingMail) => Promise<void>

/** Letters to a school's lead whom the mover chose to tell, in sight or not; a block alone stops them. */
const TOLD_BY_CHOICE = ['leaving', 'joining']
const CODE_LIFE_MS = 15 * 60_000

/**
 * Sends the letter of a job once. It is dropped when its reader may no longer see whom it tells of, or when its code
 * has run out. Its words are cleared once it has gone, except in the demo, where the outbox shows them.
 */
export async function sendMail(ctx: Ctx, job: ClaimedJob, carry: Carrier) {
  const mailId = String(job.payload.mailId)
  const [mail] = await ctx.store.read.select().from(mails).where(eq(mails.id, mailId))
  if (!mail || mail.sentAt !== null || mail.droppedAt !== null) return
  const isWanted = await mayStillGo(ctx, mail, job.payload.aboutPersonId)
  if (isWanted && !ctx.demo) await carry(mail)
  const state = isWanted ? { sentAt: ctx.now } : { droppedAt: ctx.now }
  await ctx.store.tx(async (tx) => {
    const open = and(eq(mails.id, mailId), isNull(mails.sentAt))
    await tx
      .update(mails)
      .set({ ...state, ...(ctx.demo ? {} : { subject: '', text: '' }) })
      .where(open)
  })
}

async function mayStillGo(ctx: Ctx, mail: typeof mails.$inferSelect, aboutPersonId: unknown) {
  if (mail.kind === 'sign_in_code') return ctx.now - mail.createdAt < CODE_LIFE_MS
  if (typeof aboutPersonId !== 'string' || mail.personId === null) return true
  if (TOLD_BY_CHOICE.includes(mail.kind)) return !(await areKeptApart(ctx, mail.personId, aboutPersonId))
  return canSee({ ...ctx, viewer: mail.personId }, aboutPersonId)
}

async function areKeptApart({ store }: Ctx, one: string, other: string) {
  const blocked = sql`select 1 from (${blockedWith(one)}) kept where kept.blocked_id = ${other}`
  return (await store.read.rows(blocked)).length > 0
}
