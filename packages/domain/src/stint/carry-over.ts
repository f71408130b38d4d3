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
  const span = other && !other.voidedAt && within(held, stint, other)
  if (!span) return
  const id = newId(ctx.now)
  await tx.insert(mentorships).values({
    ...{ id, no: await nextNo(tx, 'mentorships'), kind: 'statutory' as const, continuesId: held.id, ...span },
    ...{
      mentorId: held.mentorId,
      menteeId: held.menteeId,
      arrangedById: held.arrangedById,
      createdAt: ctx.now,
    },
    endReason: span.finishedOn ? held.endReason : null,
    mentorStintId: isMentee ? held.mentorStintId : stint.id,
    menteeStintId: isMentee ? stint.id : held.menteeStintId,
  })
  await record(tx, ctx, {
    ...{ type: 'mentorship.carried', personId: held.menteeId, schoolId: stint.schoolId },
    refs: { mentorship: id, instead: held.id, stint: stint.id },
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
