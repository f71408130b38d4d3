import { and, eq, isNull, mentorships, or, stintRoles, stints, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { StintRow } from './adopt.ts'

/** Voids a stay that was never so, with what hangs on it. The rows stay, with their reason. */
export async function voidStint(tx: Tx, ctx: Ctx, stint: StintRow, reason: string) {
  const voided = { voidedAt: ctx.now }
  const roles = await tx
    .update(stintRoles)
    .set(voided)
    .where(and(eq(stintRoles.stintId, stint.id), isNull(stintRoles.voidedAt)))
    .returning({ id: stintRoles.id })
  for (const mentorship of await hangingOn(tx, stint.id)) {
    await tx
      .update(mentorships)
      .set({ ...voided, voidReason: reason })
      .where(eq(mentorships.id, mentorship.id))
    await record(tx, ctx, {
      ...{ type: 'mentorship.voided', personId: mentorship.menteeId, schoolId: stint.schoolId },
      refs: { mentorship: mentorship.id, stint: stint.id },
      after: { reason },
    })
  }
  await tx
    .update(stints)
    .set({ ...voided, voidReason: reason })
    .where(eq(stints.id, stint.id))
  await record(tx, ctx, {
    ...{
      type: 'stint.voided',
      happenedOn: stint.startedOn,
      personId: stint.personId,
      schoolId: stint.schoolId,
    },
    refs: { stint: stint.id, ...Object.fromEntries(roles.map(({ id }, at) => [`role${at + 1}`, id])) },
    before: { startedOn: stint.startedOn, finishedOn: stint.finishedOn },
    after: { reason },
  })
}

export type MentorshipRow = typeof mentorships.$inferSelect

/** Statutory mentorships that lie inside a stay, on either side, not void. */
export const hangingOn = (tx: Pick<Tx, 'select'>, stintId: string): Promise<MentorshipRow[]> =>
  tx
    .select()
    .from(mentorships)
    .where(
      and(
        or(eq(mentorships.menteeStintId, stintId), eq(mentorships.mentorStintId, stintId)),
        eq(mentorships.kind, 'statutory'),
        isNull(mentorships.voidedAt),
      ),
    )
