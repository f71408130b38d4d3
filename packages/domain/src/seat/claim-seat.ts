import { and, claims, eq, groups, inArray, isNull, personNames, seats, type Tx } from '@wirearchy/db'
import { fold, type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { take } from '@wirearchy/domain/account'
import { enter, type Seat } from '@wirearchy/domain/group'
import type { ClaimSeat } from './input.ts'
import { keptFor } from './my-seats.ts'
import { traineeIdCell, trnCell } from './sheet/cells.ts'
import { BadCell } from './sheet/refusal.ts'

const TRIES = { most: 5, refillMs: 60 * 60_000 }

/**
 * Takes a place kept for the viewer: one for their own verified address, or one under a TRN or trainee ID when the
 * name on the list is known too (theirs of today or of before). Taking it is joining, with the seat's dates.
 * @throws Problem not_found for a seat that is not theirs; bad_input in the same words whether the number or the name
 * is wrong; too_many after five tries in an hour
 */
export async function claimSeat(ctx: MemberCtx, claim: ClaimSeat) {
  if (!('seatId' in claim)) await countTry(ctx)
  return ctx.store.tx(async (tx) => {
    const seat = 'seatId' in claim ? await offered(tx, ctx, claim.seatId) : await underNumber(tx, ctx, claim)
    const [group] = await tx.select().from(groups).where(eq(groups.id, seat.groupId))
    if (!group) throw Problem.notFound()
    const claimed = { personId: ctx.viewer, seatId: seat.id, claimedAt: ctx.now }
    const secondFact = 'seatId' in claim ? 'address' : 'name'
    await tx.insert(claims).values({ id: newId(ctx.now), ...claimed, secondFact })
    return enter(tx, ctx, { group, seat })
  })
}

/** Tries are counted in a transaction of their own, so that a refusal does not give them back. */
async function countTry(ctx: MemberCtx) {
  const mayTry = await ctx.store.tx((tx) => take(tx, ctx, `claim-seat:${ctx.viewer}`, TRIES), 'aside')
  if (!mayTry)
    throw new Problem(
      'too_many',
      'You have tried five times this hour. Ask whoever runs your training group, or wait.',
    )
}

async function offered(tx: Tx, { viewer }: MemberCtx, seatId: string): Promise<Seat> {
  const [seat] = await tx
    .select()
    .from(seats)
    .where(and(eq(seats.id, seatId), keptFor(tx, viewer)))
  if (!seat) throw Problem.notFound()
  return seat
}

async function underNumber(
  tx: Tx,
  ctx: MemberCtx,
  { number, name }: { number: string; name: string },
): Promise<Seat> {
  const numbers = [...new Set([trnOf(number), traineeIdCell(number)].filter((text) => text !== null))]
  const free = and(inArray(seats.identifier, numbers), isNull(seats.claimedById), isNull(seats.voidedAt))
  const found = await tx.select().from(seats).where(free)
  const names = new Set([name, ...(await namesOf(tx, ctx.viewer))].map(sameName))
  const seat = found.find(({ fullName }) => names.has(sameName(fullName)))
  if (seat) return seat
  throw new Problem(
    'bad_input',
    'No place is kept under that number and name. Check both with whoever runs your course.',
    {
      field: 'number',
    },
  )
}

function trnOf(number: string) {
  try {
    return trnCell(number)
  } catch (error) {
    if (error instanceof BadCell) return null
    throw error
  }
}

/** Every name the person goes or went by, hidden ones too: they are her own. */
async function namesOf(tx: Tx, personId: string) {
  const rows = await tx
    .select({ name: personNames.fullName })
    .from(personNames)
    .where(eq(personNames.personId, personId))
  return rows.map(({ name }) => name)
}

/** "Khan, Asha" and "Asha Khan" are one name. */
const sameName = (name: string) => fold(name).split(' ').toSorted().join(' ')
