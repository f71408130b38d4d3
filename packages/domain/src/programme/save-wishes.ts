import { and, eq, programmeWishes } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { turn } from './find.ts'
import type { SaveWishes } from './input.ts'
import { mustBeJoined, whomToWish } from './wishes.ts'

/**
 * The viewer says whom they would like, in the place of what they said before. Nobody else reads it, and nothing of it
 * is in the ledger.
 * @throws Problem conflict outside the days for it · not_found for somebody who is not there to be wished for
 */
export const saveWishes = (ctx: MemberCtx, { programmeId, wishes }: SaveWishes) =>
  ctx.store.tx(async (tx) => {
    await turn(tx, programmeId)
    const { programme, mine } = await mustBeJoined(tx, ctx, programmeId)
    if (programme.state !== 'wishes' || (programme.wishesUntil ?? '') < ctx.today)
      throw new Problem('conflict', 'The days for wishes are over, or have not begun. What you said stands.')
    const may = new Set((await whomToWish(tx, ctx, programmeId, mine.side)).map(({ personId }) => personId))
    if (wishes.some(({ personId }) => !may.has(personId))) throw Problem.notFound()
    const own = and(eq(programmeWishes.programmeId, programmeId), eq(programmeWishes.personId, ctx.viewer))
    await tx.delete(programmeWishes).where(own)
    const rows = wishes.map(({ personId: otherId, rank }) => ({ otherId, rank, id: newId(ctx.now) }))
    if (rows.length > 0)
      await tx
        .insert(programmeWishes)
        .values(rows.map((row) => ({ ...row, programmeId, personId: ctx.viewer })))
    return { wishes: rows.length }
  })
