import { programmePeople, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { tell } from '@wirearchy/domain/notice'
import { invitedLetter } from './emails.ts'
import { type Programme, placeOf, takeProgramme } from './find.ts'
import type { AddPeople } from './input.ts'
import { nameOf } from './name-of.ts'
import { whoMayBeAsked } from './who-may-be-asked.ts'

/**
 * A lead asks people into a programme. Nobody is matched who does not say yes themselves; asking again changes nothing.
 * @throws Problem not_found for somebody whom the lead may not ask, as for nobody at all
 */
export async function addPeople(ctx: MemberCtx, { programmeId, side, personIds }: AddPeople) {
  return ctx.store.tx(async (tx) => {
    const programme = await takeProgramme(tx, ctx, programmeId)
    const may = new Set((await whoMayBeAsked(ctx, programme, side)).map(({ personId }) => personId))
    for (const personId of personIds) {
      if (await placeOf(tx, programmeId, personId)) continue
      if (!may.has(personId)) throw Problem.notFound()
      await ask(tx, ctx, programme, personId, side)
    }
    return { asked: personIds.length }
  })
}

async function ask(
  tx: Tx,
  ctx: MemberCtx,
  programme: Programme,
  personId: string,
  side: 'mentor' | 'mentee',
) {
  const [id, programmeId] = [newId(ctx.now), programme.id]
  const place = { id, programmeId, personId, side, addedById: ctx.viewer, createdAt: ctx.now }
  await tx.insert(programmePeople).values(place)
  const refs = { programme: programmeId, place: id }
  await record(tx, ctx, { type: 'programme.asked', personId, refs, after: { side } })
  const letter = invitedLetter(ctx, await nameOf(tx, ctx.viewer), programme, side)
  await tell(tx, ctx, [
    {
      personId,
      kind: 'programme.asked',
      aboutPersonId: ctx.viewer,
      refs: { programme: programmeId },
      letter,
    },
  ])
}
