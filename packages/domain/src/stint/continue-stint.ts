import { accountEmails, and, eq, isNull, mentorships, or, stintRoles, stints, type Tx } from '@wirearchy/db'
import { type Ctx, newId, overlaps } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { StintRow } from './adopt.ts'
import { carryMentoring } from './carry-mentoring.ts'
import { carryBetween } from './carry-over.ts'
import type { Standing } from './reconcile.ts'
import { hangingOn, type MentorshipRow } from './void-stint.ts'

/**
 * Ties each stay that carries on an earlier one, after a merger, to it. One that began with the merger takes over who
 * may see it, how sure it is, its roles and its addresses; statutory mentorships follow once both people are there.
 */
export async function continueStints(tx: Tx, ctx: Ctx, standing: Standing[]) {
  for (const { row, stay } of standing) {
    const before = standing.find((other) => other.stay === stay.continues)?.row
    if (!before && row.continuesStintId !== null) await untie(tx, ctx, row)
    if (!before) continue
    if (row.continuesStintId === null) await tie(tx, ctx, { row, stay }, before)
    for (const mentorship of await endedWith(tx, before)) await carryOn(tx, ctx, mentorship)
    await carryMentoring(tx, ctx, [before])
  }
}

/** The change that made one stay the next of another does not stand any more. */
async function untie(tx: Tx, ctx: Ctx, { id, continuesStintId, personId, schoolId }: StintRow) {
  await tx.update(stints).set({ continuesStintId: null }).where(eq(stints.id, id))
  const before = { continuesStintId }
  await record(tx, ctx, { type: 'stint.parted', personId, schoolId, refs: { stint: id }, before })
}

async function tie(tx: Tx, ctx: Ctx, { row, stay }: Standing, before: StintRow) {
  const { audience, confidence, confirmedAt } = before
  const asBefore = stay.isRest ? { audience, confidence, confirmedAt } : {}
  const tied = { continuesStintId: before.id, ...asBefore }
  await tx.update(stints).set(tied).where(eq(stints.id, row.id))
  Object.assign(row, tied)
  const { personId, schoolId, startedOn: happenedOn } = row
  const refs = { stint: row.id, continues: before.id }
  await record(tx, ctx, { type: 'stint.continued', happenedOn, personId, schoolId, refs })
  if (stay.isRest) await takeOver(tx, ctx, row, before)
}

async function takeOver(tx: Tx, ctx: Ctx, row: StintRow, before: StintRow) {
  const { id: stintId, startedOn, finishedOn, personId, schoolId } = row
  await tx.update(accountEmails).set({ stintId }).where(eq(accountEmails.stintId, before.id))
  const rolesOf = (id: string) =>
    tx
      .select()
      .from(stintRoles)
      .where(and(eq(stintRoles.stintId, id), isNull(stintRoles.voidedAt)))
  const held = new Set((await rolesOf(stintId)).map(({ role }) => role))
  const roles = (await rolesOf(before.id)).filter((role) => role.finishedOn === before.finishedOn)
  for (const { role } of roles.filter(({ role }) => !held.has(role))) {
    const id = newId(ctx.now)
    await tx.insert(stintRoles).values({ id, stintId, role, startedOn, finishedOn })
    await record(tx, ctx, { type: 'role.carried', personId, schoolId, refs: { role: id, stint: stintId } })
  }
}

/** Gives the addresses of a stay that is void back to the one it carried on. */
export async function giveBackAddresses(tx: Tx, gone: StintRow[]) {
  for (const { id, continuesStintId } of gone)
    if (continuesStintId)
      await tx.update(accountEmails).set({ stintId: continuesStintId }).where(eq(accountEmails.stintId, id))
}

const endedWith = async (tx: Tx, { id, finishedOn }: StintRow) =>
  (await hangingOn(tx, id)).filter(
    (held) => /^school_(merged|split)$/.test(held.endReason ?? '') && held.finishedOn === finishedOn,
  )

/** A statutory mentorship goes on at the next school when both stays do, once. */
async function carryOn(tx: Tx, ctx: Ctx, held: MentorshipRow) {
  const stays = [await nextOf(tx, held.mentorStintId), await nextOf(tx, held.menteeStintId)] as const
  const [mentors, mentees] = stays
  if (!mentors || !mentees || mentors.schoolId !== mentees.schoolId) return
  const startedOn = mentors.startedOn > mentees.startedOn ? mentors.startedOn : mentees.startedOn
  const span = { startedOn, finishedOn: null }
  const theirs = await tx
    .select()
    .from(mentorships)
    .where(
      or(
        eq(mentorships.continuesId, held.id),
        and(eq(mentorships.menteeStintId, mentees.id), eq(mentorships.kind, 'statutory')),
      ),
    )
  if (
    theirs.some(
      (other) => other.voidedAt === null && (other.continuesId === held.id || overlaps(other, span)),
    )
  )
    return
  await carryBetween(tx, ctx, { ...held, ...span, endReason: null }, [mentors, mentees])
}

async function nextOf(tx: Tx, stintId: string | null): Promise<StintRow | undefined> {
  if (!stintId) return undefined
  const [next] = await tx
    .select()
    .from(stints)
    .where(and(eq(stints.continuesStintId, stintId), isNull(stints.voidedAt)))
  return next
}
