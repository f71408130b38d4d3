import { eq, moves, people, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { addressOf } from '@wirearchy/domain/account'
import { type ClaimedJob, post } from '@wirearchy/domain/job'
import { joiningLetter, leavingLetter, movedLetter } from './emails.ts'
import { schoolOfStint } from './place.ts'
import type { MoveRow } from './refresh-moves.ts'
import { leadsOf, toldOf } from './told.ts'

/**
 * The job behind "tell my people": writes the letters of one time (now, or the start day), to whom the mover still
 * wants told. A move that was cancelled or undone meanwhile tells nobody.
 */
export async function tellMove(ctx: Ctx, { payload }: Pick<ClaimedJob, 'payload'>) {
  await ctx.store.tx(async (tx) => {
    const [move] = await tx
      .select()
      .from(moves)
      .where(eq(moves.id, String(payload.moveId)))
    if (!move || move.closedAt !== null || move.undoUntil === null) return
    const [mover] = await tx.select().from(people).where(eq(people.id, move.personId))
    if (mover?.status !== 'active') return
    await tellPeople(tx, ctx, move, mover.displayName, payload.when)
    await tellLeads(tx, ctx, move, mover.displayName, payload.when)
  })
}

async function tellPeople(tx: Tx, ctx: Ctx, move: MoveRow, name: string, when: unknown) {
  const school = await schoolOfStint(tx, move.toStintId)
  for (const told of await toldOf(tx, ctx, move)) {
    const to = told.when === when ? await addressOf(tx, ctx, told.personId) : null
    if (!to) continue
    const letter = movedLetter(ctx, { name, move, school })
    await post(tx, ctx, { to, ...letter, personId: told.personId, aboutPersonId: move.personId })
  }
}

/** The mover chose to tell these schools, so the letter goes whether or not the lead can see them yet, but never past a block. */
async function tellLeads(tx: Tx, ctx: Ctx, move: MoveRow, name: string, when: unknown) {
  for (const told of await leadsOf(tx, ctx, move)) {
    const to = told.when === when ? await addressOf(tx, ctx, told.personId) : null
    const school = await schoolOfStint(tx, told.side === 'leaving' ? move.fromStintId : move.toStintId)
    if (!to || !school) continue
    const letter = (told.side === 'leaving' ? leavingLetter : joiningLetter)(ctx, { name, move, school })
    await post(tx, ctx, { to, ...letter, personId: told.personId, aboutPersonId: move.personId })
  }
}
