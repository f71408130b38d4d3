import { eq, programmePeople } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { mustBeOpen, seenProgramme, turn } from './find.ts'
import type { JoinProgramme } from './input.ts'

/**
 * Somebody who was asked says yes, or puts right what they said of themselves. Joining lets the others in the programme
 * read their name and subject, and its lead all of it.
 * @throws Problem not_found to whoever was not asked · gone once the programme is finished
 */
export const joinProgramme = (ctx: MemberCtx, { programmeId, places, ...said }: JoinProgramme) =>
  ctx.store.tx(async (tx) => {
    await turn(tx, programmeId)
    const { programme, mine } = await seenProgramme(tx, ctx, programmeId)
    mustBeOpen(programme)
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
