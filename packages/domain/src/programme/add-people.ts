import { programmePeople, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { tell } from '@wirearchy/domain/notice'
import { invitedLetter } from './emails.ts'
import { type Programme, placeOf, takeProgramme } from './find.ts'
import type { AddPeople } from './input.ts'
import { nameOf } from './name-of.ts'
import { lastPlace } from './said-no.ts'
import { whoMayBeAsked } from './who-may-be-asked.ts'

const FORTNIGHT_MS = 14 * 86_400_000

/**
 * A lead asks people into a programme. Nobody is matched who does not say yes themselves; asking again changes nothing.
 * Whoever said no is not asked again: they may come back by themselves. Whom a lead took off and asks anew hears of it
 * once in a fortnight.
 * @throws Problem conflict for somebody who said no · not_found for somebody whom the lead may not ask, as for nobody
 */
export async function addPeople(ctx: MemberCtx, { programmeId, side, personIds }: AddPeople) {
  return ctx.store.tx(async (tx) => {
    const programme = await takeProgramme(tx, ctx, programmeId)
    const { people, saidNo } = await whoMayBeAsked(ctx, programme, side)
    const may = new Set(people.map(({ personId }) => personId))
    for (const personId of personIds) {
      if (await placeOf(tx, programmeId, personId)) continue
      if (saidNo.has(personId)) throw askedAlready()
      if (!may.has(personId)) throw Problem.notFound()
      const last = await lastPlace(tx, programmeId, personId)
      const isSoon = last?.side === side && ctx.now - last.createdAt < FORTNIGHT_MS
      await ask(tx, ctx, programme, personId, side)
      if (!isSoon) await tellAsked(tx, ctx, programme, personId, side)
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
}

const askedAlready = () =>
  new Problem(
    'conflict',
    'One of them was asked already and is not taking part, so they are not asked again. They can still join by themselves, on the programme’s page.',
    { field: 'personIds' },
  )

async function tellAsked(
  tx: Tx,
  ctx: MemberCtx,
  programme: Programme,
  personId: string,
  side: 'mentor' | 'mentee',
) {
  const letter = invitedLetter(ctx, await nameOf(tx, ctx.viewer), programme, side)
  await tell(tx, ctx, [
    {
      personId,
      kind: 'programme.asked',
      aboutPersonId: ctx.viewer,
      refs: { programme: programme.id },
      letter,
    },
  ])
}
