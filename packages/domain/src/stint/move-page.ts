import { and, eq, isNotNull, isNull, mentorships, moveClaims, sql } from '@wirearchy/db'
import { addDays, type Day, dayOf, type MemberCtx } from '@wirearchy/domain'
import { visibleTo } from '@wirearchy/domain/visibility'
import { isToCome } from './cancel-move.ts'
import type { MoveRef } from './input.ts'
import { myMove } from './my-move.ts'
import { nameOf, schoolOfStint } from './place.ts'
import type { MoveRow } from './refresh-moves.ts'

/** One side's word, as the mover reads it. */
export interface SaidOfMove {
  claimId: string
  says: 'ended' | 'began'
  day: Day
  schoolName: string
  isMine: boolean
  state: 'counts' | 'waits' | 'refused'
  /** From this day it counts if nobody objects; only while it waits. */
  countsFrom: Day | null
}

/** A move of the viewer's own: where it stands, what each side says, and what can still be done. */
export async function movePage(ctx: MemberCtx, { moveId }: MoveRef) {
  const { read } = ctx.store
  const move = await myMove(read, ctx, moveId)
  const to = (await schoolOfStint(read, move.toStintId)) ?? (await named(ctx, move.toSchoolId))
  const { id, state, destination, leaveOn, startOn, telling } = move
  return {
    ...{ id, destination, leaveOn, startOn, telling, to },
    state: state === 'announced' && !isToCome(ctx, move) ? ('complete' as const) : state,
    from: await schoolOfStint(read, move.fromStintId),
    said: await saidOf(ctx, id),
    canUndo: move.closedAt === null && move.undoUntil !== null && move.undoUntil >= ctx.now,
    canCancel: isToCome(ctx, move),
    isMine: move.undoUntil !== null,
    /** A start that counts but has no stay: only the person can say which of several schools ends. */
    waitsForChoice: move.closedAt === null && (await isHeldBack(ctx, id)),
    mentorships: await endedWith(ctx, move),
  }
}

async function isHeldBack({ store }: MemberCtx, moveId: string) {
  const held = await store.read.$count(
    moveClaims,
    and(
      ...[eq(moveClaims.moveId, moveId), eq(moveClaims.says, 'began'), isNotNull(moveClaims.acceptedAt)],
      ...[isNull(moveClaims.stintId), isNull(moveClaims.withdrawnAt), isNull(moveClaims.objectedAt)],
    ),
  )
  return held > 0
}

async function named({ store }: MemberCtx, schoolId: string | null) {
  return schoolId ? { id: schoolId, name: await nameOf(store.read, schoolId), kind: 'school' as const } : null
}

async function saidOf(ctx: MemberCtx, moveId: string): Promise<SaidOfMove[]> {
  const { read } = ctx.store
  const claims = await read
    .select()
    .from(moveClaims)
    .where(eq(moveClaims.moveId, moveId))
    .orderBy(moveClaims.createdAt)
  const standing = claims.filter(({ withdrawnAt }) => withdrawnAt === null)
  return Promise.all(
    standing.map(async ({ id, says, day, schoolId, byAs, acceptedAt, objectedAt, createdAt }) => {
      const state = objectedAt !== null ? 'refused' : acceptedAt !== null ? 'counts' : 'waits'
      return {
        ...{ claimId: id, says, day, isMine: byAs === 'self', state: state as SaidOfMove['state'] },
        schoolName: await nameOf(read, schoolId),
        countsFrom: state === 'waits' ? addDays(dayOf(createdAt), 14) : null,
      }
    }),
  )
}

/** School mentorings that ended with the stay, with whether they already go on between the two people. */
async function endedWith(ctx: MemberCtx, { fromStintId, closedAt }: MoveRow) {
  if (!fromStintId || closedAt !== null) return []
  const other = sql`case when m.mentor_id = ${ctx.viewer} then m.mentee_id else m.mentor_id end`
  const rows = await ctx.store.read.rows<{
    id: string
    otherId: string
    name: string
    isMentor: number
    goesOn: number
  }>(sql`
    select m.id as id, ${other} as "otherId", p.display_name as name,
      case when m.mentor_id = ${ctx.viewer} then 1 else 0 end as "isMentor",
      case when exists (select 1 from mentorships later where later.mentor_id = m.mentor_id and later.mentee_id = m.mentee_id
        and later.voided_at is null and later.finished_on is null) then 1 else 0 end as "goesOn"
    from ${mentorships} m join people p on p.id = ${other}
    where (m.mentee_stint_id = ${fromStintId} or m.mentor_stint_id = ${fromStintId}) and m.kind = 'statutory'
      and m.voided_at is null and m.end_reason in ('mentee_moved', 'mentor_moved') and ${visibleTo(ctx, sql`p.id`)}
    order by m.started_on, m.id`)
  return rows.map((row) => ({ ...row, isMentor: Boolean(row.isMentor), goesOn: Boolean(row.goesOn) }))
}
