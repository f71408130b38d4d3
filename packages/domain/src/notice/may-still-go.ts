import { and, desc, eq, lte, type mails, moves, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { blockedWith, canSee } from '@wirearchy/domain/visibility'
import { isAnswerNoLongerDue } from './answer-due.ts'
import { withoutName } from './called-off.ts'
import { isOldNews } from './meeting-news.ts'
import { isNoteRead } from './note-read.ts'

export type Mail = typeof mails.$inferSelect

/**
 * Letters to a school's lead whom the mover chose to tell, in sight or not; a block alone stops them. The same holds of
 * letters about asking for support: whoever asks, or answers, shows their name.
 */
const TOLD_BY_CHOICE = ['leaving', 'joining']
const MINUTE = 60_000
/** Letters that are no use any more so long after they were written: a code, a reminder of what is over. */
const LIVES: Record<string, number> = {
  sign_in_code: 15 * MINUTE,
  meeting_soon: 60 * MINUTE,
  meeting_today: 10 * 60 * MINUTE,
  meeting_tomorrow: 24 * 60 * MINUTE,
}

/** Letters that tell of a move. */
const OF_A_MOVE = ['moved', 'leaving', 'joining']

/**
 * A letter as it may go at this moment: null when it has run out, when what it tells is not so any more, or when its
 * reader may not see whom it tells of. A meeting is called off all the same: that letter goes without the name.
 */
export async function asItMayGo(ctx: Ctx, mail: Mail): Promise<Mail | null> {
  if (ctx.now - mail.createdAt >= (LIVES[mail.kind] ?? Number.POSITIVE_INFINITY)) return null
  if (await isAnswerNoLongerDue(ctx, mail)) return null
  if ((await isOldNews(ctx, mail)) || (await isNoteRead(ctx, mail))) return null
  return (await isInSight(ctx, mail)) ? mail : withoutName(mail)
}

async function isInSight(ctx: Ctx, { kind, createdAt, personId, aboutPersonId }: Mail) {
  if (aboutPersonId === null || personId === null) return true
  if (OF_A_MOVE.includes(kind) && (await wasCalledOff(ctx, aboutPersonId, createdAt))) return false
  if (TOLD_BY_CHOICE.includes(kind) || kind.startsWith('mentoring_'))
    return !(await areKeptApart(ctx, personId, aboutPersonId))
  return canSee({ ...ctx, viewer: personId }, aboutPersonId)
}

/** True when the last move that somebody had told by then stands no more. */
async function wasCalledOff({ store }: Ctx, personId: string, by: number) {
  const [told] = await store.read
    .select({ closedAt: moves.closedAt })
    .from(moves)
    .where(and(eq(moves.personId, personId), lte(moves.createdAt, by)))
    .orderBy(desc(moves.createdAt), desc(moves.id))
    .limit(1)
  return told !== undefined && told.closedAt !== null
}

async function areKeptApart({ store }: Ctx, one: string, other: string) {
  const blocked = sql`select 1 from (${blockedWith(one)}) kept where kept.blocked_id = ${other}`
  return (await store.read.rows(blocked)).length > 0
}
