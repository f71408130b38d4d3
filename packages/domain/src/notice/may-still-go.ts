import { type mails, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { blockedWith, canSee } from '@wirearchy/domain/visibility'

export type Mail = typeof mails.$inferSelect

/** Letters to a school's lead whom the mover chose to tell, in sight or not; a block alone stops them. */
const TOLD_BY_CHOICE = ['leaving', 'joining']
const CODE_LIFE_MS = 15 * 60_000

/** Whether a letter may go at this moment: its code still works, and its reader may see whom it tells of. */
export async function mayStillGo(ctx: Ctx, { kind, createdAt, personId, aboutPersonId }: Mail) {
  if (kind === 'sign_in_code') return ctx.now - createdAt < CODE_LIFE_MS
  if (aboutPersonId === null || personId === null) return true
  if (TOLD_BY_CHOICE.includes(kind)) return !(await areKeptApart(ctx, personId, aboutPersonId))
  return canSee({ ...ctx, viewer: personId }, aboutPersonId)
}

async function areKeptApart({ store }: Ctx, one: string, other: string) {
  const blocked = sql`select 1 from (${blockedWith(one)}) kept where kept.blocked_id = ${other}`
  return (await store.read.rows(blocked)).length > 0
}
