import { and, eq, isNull, moveClaims, moves, ne, people, type Tx } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import { addressOf } from '@wirearchy/domain/account'
import { notify, post } from '@wirearchy/domain/job'
import { inWords } from './days.ts'
import { answeredLetter, reportedLetter } from './emails.ts'
import { nameOf } from './place.ts'
import type { ClaimRow } from './say.ts'

interface Reported {
  personId: string
  schoolId: string
  moveId: string
  claimId: string
  says: 'ended' | 'began'
  day: Day
}

/**
 * The person hears of a school's word at once. When it does not agree with another school's, that school hears that
 * the days differ, and nothing else of the other side.
 */
export async function tellReported(tx: Tx, ctx: Ctx, report: Reported) {
  const { personId, schoolId, moveId, claimId } = report
  await notify(tx, ctx, [{ personId, kind: 'claim.made', refs: { move: moveId, claim: claimId } }])
  const to = await addressOf(tx, ctx, personId)
  const school = await nameOf(tx, schoolId)
  if (to) await post(tx, ctx, { to, ...reportedLetter(ctx, { ...report, school }), personId })
  const [move] = await tx.select({ state: moves.state }).from(moves).where(eq(moves.id, moveId))
  if (move?.state !== 'conflict') return
  for (const other of await schoolClaims(tx, moveId, claimId))
    await answer(
      tx,
      ctx,
      other,
      (name) =>
        `${name}’s days do not go together yet: somebody else gave another day. ${name} will say which is right.`,
    )
}

/** Each school that spoke of a move hears what the person says of its own side. */
export async function tellSettled(tx: Tx, ctx: Ctx, moveId: string) {
  const [move] = await tx.select().from(moves).where(eq(moves.id, moveId))
  for (const claim of await schoolClaims(tx, moveId, '')) {
    const day = claim.says === 'ended' ? move?.leaveOn : move?.startOn
    if (!day) continue
    const which = claim.says === 'ended' ? 'last' : 'first'
    await answer(
      tx,
      ctx,
      claim,
      (name) => `${name} says that their ${which} day with you is ${inWords(day)}.`,
    )
  }
}

/** The reporter hears that the person sees it otherwise. */
export const tellObjected = (tx: Tx, ctx: Ctx, claim: ClaimRow) =>
  answer(
    tx,
    ctx,
    claim,
    (name) =>
      `${name} says that ${inWords(claim.day)} is not right. Nothing has changed. Talk to them before you report another day.`,
  )

const schoolClaims = (tx: Tx, moveId: string, except: string): Promise<ClaimRow[]> =>
  tx
    .select()
    .from(moveClaims)
    .where(
      and(
        eq(moveClaims.moveId, moveId),
        ne(moveClaims.byAs, 'self'),
        ne(moveClaims.id, except),
        isNull(moveClaims.withdrawnAt),
      ),
    )

/** Only a school that may know the name is answered: one that reports a joining learns nothing before it is said. */
async function answer(tx: Tx, ctx: Ctx, claim: ClaimRow, sentence: (name: string) => string) {
  if (!claim.byPersonId || (claim.byAs === 'new_school' && claim.stintId === null)) return
  const to = await addressOf(tx, ctx, claim.byPersonId)
  const [person] = await tx
    .select({ name: people.displayName })
    .from(people)
    .where(eq(people.id, claim.personId))
  if (!to || !person) return
  const school = await nameOf(tx, claim.schoolId)
  const words = { name: person.name, school, schoolId: claim.schoolId, sentence: sentence(person.name) }
  await post(tx, ctx, {
    to,
    ...answeredLetter(ctx, words),
    personId: claim.byPersonId,
    aboutPersonId: claim.personId,
  })
}
