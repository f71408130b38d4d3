import { eq, moves, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { isToCome } from './cancel-move.ts'
import { inWords } from './days.ts'
import type { Move } from './input.ts'
import type { MoveRow } from './refresh-moves.ts'

/**
 * The same move told again is the same move; another one from the same stay has to wait for it.
 * @throws Problem conflict while an announced move from that stay is still to come
 */
export async function toldAlready(
  tx: Pick<Tx, 'select'>,
  ctx: MemberCtx,
  input: Move,
  schoolId: string | null,
): Promise<MoveRow | null> {
  const mine = await tx.select().from(moves).where(eq(moves.personId, ctx.viewer))
  const open = mine.filter((one) => one.closedAt === null && one.undoUntil !== null)
  const isSame = (one: MoveRow) =>
    one.destination === input.destination &&
    one.toSchoolId === schoolId &&
    one.startOn === (schoolId ? (input.startOn ?? null) : null) &&
    (input.leaveOn === undefined || one.leaveOn === input.leaveOn)
  const same = open.find(isSame)
  if (same) return same
  const isInTheWay = (one: MoveRow) =>
    isToCome(ctx, one) &&
    one.state === 'announced' &&
    !input.besides &&
    (input.leaving?.includes(one.fromStintId ?? '') ?? true)
  const waiting = open.find(isInTheWay)
  if (!waiting) return null
  const day = waiting.leaveOn ? ` on ${inWords(waiting.leaveOn)}` : ''
  throw new Problem(
    'conflict',
    `You have already told us of a move${day}. Call that one off first, or correct its days in your story.`,
  )
}
