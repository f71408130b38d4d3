import { and, eq, programmePeople, programmeWishes } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { mustBeOpen, seenProgramme, turn } from './find.ts'
import type { ProgrammeRef } from './input.ts'

/**
 * The viewer steps out, or says no to being asked. What they wished for goes, and wishes for them count for nothing.
 * @throws Problem not_found when they are not in it · gone once the programme is finished
 */
export const leaveProgramme = (ctx: MemberCtx, { programmeId }: ProgrammeRef) =>
  ctx.store.tx(async (tx) => {
    await turn(tx, programmeId)
    const { programme, mine } = await seenProgramme(tx, ctx, programmeId)
    if (!mine) throw Problem.notFound()
    mustBeOpen(programme)
    await tx.update(programmePeople).set({ leftAt: ctx.now }).where(eq(programmePeople.id, mine.id))
    await tx
      .delete(programmeWishes)
      .where(and(eq(programmeWishes.programmeId, programmeId), eq(programmeWishes.personId, ctx.viewer)))
    const refs = { programme: programmeId, place: mine.id }
    await record(tx, ctx, { type: 'programme.left', personId: ctx.viewer, refs })
  })
