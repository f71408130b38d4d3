import { eq, programmePeople, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { mustBeOpen, type Place, seenProgramme, turn } from './find.ts'
import type { JoinProgramme } from './input.ts'

/**
 * Somebody who was asked says yes, also after they said no, or puts right what they said of themselves. Joining lets the others in the programme
 * read their name and subject, and its lead all of it.
 * @throws Problem not_found to whoever was not asked · gone once the programme is finished
 */
export const joinProgramme = (ctx: MemberCtx, { programmeId, places, ...said }: JoinProgramme) =>
  ctx.store.tx(async (tx) => {
    await turn(tx, programmeId)
    const { programme, mine: place, mayReturn } = await seenProgramme(tx, ctx, programmeId)
    mustBeOpen(programme)
    const mine = place ?? (mayReturn ? await comeBack(tx, ctx, programmeId, mayReturn) : null)
    if (!mine) throw Problem.notFound()
    const room = mine.side === 'mentor' ? places : 1
    await tx
      .update(programmePeople)
      .set({ ...said, places: room, joinedAt: mine.joinedAt ?? ctx.now })
      .where(eq(programmePeople.id, mine.id))
    if (mine.joinedAt !== null) return { placeId: mine.id }
    const refs = { programme: programmeId, place: mine.id }
    await record(tx, ctx, {
      type: 'programme.joined',
      personId: ctx.viewer,
      refs,
      after: { side: mine.side },
    })
    return { placeId: mine.id }
  })

/** A place of their own anew, on the side they were asked to; the one they gave up stays as it was. */
async function comeBack(
  tx: Tx,
  ctx: MemberCtx,
  programmeId: string,
  { side, addedById }: Pick<Place, 'side' | 'addedById'>,
) {
  const row = { id: newId(ctx.now), programmeId, personId: ctx.viewer, side, addedById, createdAt: ctx.now }
  const [place] = await tx.insert(programmePeople).values(row).returning()
  return place ?? null
}
