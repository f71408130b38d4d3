import { accountEmails, and, eq, mentorships, moves, or, stintRoles, stints, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, newId, overlapOf } from '@wirearchy/domain'
import { nextNo, record } from '@wirearchy/domain/ledger'
import type { StintRow } from './adopt.ts'
import type { MentorshipRow } from './void-stint.ts'

/** Gives a corrected stay what the void one held: roles, statutory mentorships, addresses and the move into it. */
export async function carryOver(tx: Tx, ctx: Ctx, old: StintRow, stint: StintRow) {
  await carryRoles(tx, ctx, old, stint)
  await tx.update(accountEmails).set({ stintId: stint.id }).where(eq(accountEmails.stintId, old.id))
  await tx.update(moves).set({ toStintId: stint.id }).where(eq(moves.toStintId, old.id))
  const hung = await tx
    .select()
    .from(mentorships)
    .where(
      and(
        or(eq(mentorships.menteeStintId, old.id), eq(mentorships.mentorStintId, old.id)),
        eq(mentorships.voidedAt, ctx.now),
      ),
    )
  for (const mentorship of hung) await carryMentorship(tx, ctx, mentorship, old, stint)
}

async function carryRoles(tx: Tx, ctx: Ctx, old: StintRow, stint: StintRow) {
  const roles = await tx
    .select()
    .from(stintRoles)
    .where(and(eq(stintRoles.stintId, old.id), eq(stintRoles.voidedAt, ctx.now)))
  for (const { role, startedOn, finishedOn } of roles) {
    const span = overlapOf(stint, {
      startedOn: startedOn === old.startedOn ? stint.startedOn : startedOn,
      finishedOn: finishedOn === old.finishedOn ? null : finishedOn,
    })
    if (!span) continue
    const id = newId(ctx.now)
    await tx.insert(stintRoles).values({ id, stintId: stint.id, role, ...span })
    const { personId, schoolId } = stint
    await record(tx, ctx, { type: 'role.carried', personId, schoolId, refs: { role: id, stint: stint.id } })
  }
}

async function carryMentorship(tx: Tx, ctx: Ctx, held: MentorshipRow, old: StintRow, stint: StintRow) {
  const isMentee = held.menteeStintId === old.id
  const otherId = isMentee ? held.mentorStintId : held.menteeStintId
  const [other] = await tx
    .select()
    .from(stints)
    .where(eq(stints.id, otherId ?? ''))
  if (!other || other.voidedAt !== null || other.schoolId !== stint.schoolId) return
  await carryBetween(tx, ctx, held, isMentee ? [other, stint] : [stint, other])
}

/**
 * Writes a void statutory mentorship again, between the stays that took its own two's place, as far as they reach.
 * Without such stays it goes on between the two people as an informal one, on the same days.
 */
export async function carryBetween(
  tx: Tx,
  ctx: Ctx,
  held: MentorshipRow,
  stays: [mentors: StintRow, mentees: StintRow] | null,
) {
  const span = stays ? within(held, ...stays) : held
  if (!span) return
  const id = newId(ctx.now)
  const { startedOn, finishedOn } = span
  const { mentorId, menteeId, arrangedById } = held
  await tx.insert(mentorships).values({
    ...{
      id,
      no: await nextNo(tx, 'mentorships'),
      kind: stays ? 'statutory' : 'informal',
      continuesId: held.id,
    },
    ...{ mentorId, menteeId, arrangedById, createdAt: ctx.now, startedOn, finishedOn },
    ...{ mentorStintId: stays?.[0].id ?? null, menteeStintId: stays?.[1].id ?? null },
    endReason: finishedOn ? held.endReason : null,
  })
  await record(tx, ctx, {
    ...{ type: 'mentorship.carried', personId: menteeId, schoolId: stays?.[1].schoolId ?? null },
    refs: { mentorship: id, instead: held.id, ...(stays ? { stint: stays[1].id } : {}) },
  })
}

interface Days {
  startedOn: Day
  finishedOn: Day | null
}

function within(held: Days, mine: Days, theirs: Days) {
  const both = overlapOf(mine, theirs)
  return both && overlapOf(both, held)
}
