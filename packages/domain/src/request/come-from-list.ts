import { and, eq, mentoringAsks, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import { FROM_THE_LIST, type RequestRow } from './rows.ts'

/** A turn for a mentor who comes by themselves, from the open list. @returns its id */
export async function comeFromList(tx: Tx, ctx: MemberCtx, request: RequestRow): Promise<string> {
  const mine = and(eq(mentoringAsks.requestId, request.id), eq(mentoringAsks.mentorId, ctx.viewer))
  const turn = { state: 'closed' as const, askedAt: ctx.now }
  const [chosen] = await tx.update(mentoringAsks).set(turn).where(mine).returning({ id: mentoringAsks.id })
  if (chosen) return chosen.id
  const id = newId(ctx.now)
  const rank = FROM_THE_LIST + (await tx.$count(mentoringAsks, eq(mentoringAsks.requestId, request.id)))
  const row = { id, requestId: request.id, mentorId: ctx.viewer, rank, ...turn, createdAt: ctx.now }
  await tx.insert(mentoringAsks).values(row)
  return id
}
