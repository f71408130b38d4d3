import { and, eq, programmePeople, programmeWishes } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { placeOf, takeProgramme } from './find.ts'
import type { PersonIn } from './input.ts'

/** A lead takes somebody off a programme that is not finished; what they wished for goes with them, unread. */
export const removePerson = (ctx: MemberCtx, { programmeId, personId }: PersonIn) =>
  ctx.store.tx(async (tx) => {
    await takeProgramme(tx, ctx, programmeId)
    const place = await placeOf(tx, programmeId, personId)
    if (!place) throw Problem.notFound()
    await tx.update(programmePeople).set({ leftAt: ctx.now }).where(eq(programmePeople.id, place.id))
    await tx
      .delete(programmeWishes)
      .where(and(eq(programmeWishes.programmeId, programmeId), eq(programmeWishes.personId, personId)))
    const refs = { programme: programmeId, place: place.id }
    await record(tx, ctx, { type: 'programme.removed', personId, refs })
  })
