import { eq, schoolLeads, stintRoles, stints, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { StintRow } from './adopt.ts'
import { endMentorships } from './end-mentorships.ts'
import { type Hanging, hangingOnStay, type Part } from './hanging.ts'
import { earlierOf, isLater } from './last-day.ts'

export interface Ending {
  /** The last day, included; null opens the stay again. */
  finishedOn: Day | null
  /** Why it ends: 'moved', 'left', 'school_closed' …; null when nobody said. */
  reason: string | null
  refs?: Record<string, string>
}

/**
 * Ends a stay on a day, moves its end, or opens it again, with everything that hangs on it: roles, statutory
 * mentorships and the right to act for the school. What an earlier end cut short comes back as far as the new end
 * allows. Touches nothing else: ties of groups, connections and informal mentorships know no school, and a work
 * address stops by itself when its stay is over.
 */
export async function setEnd(tx: Tx, ctx: Ctx, stint: StintRow, { finishedOn, reason, refs }: Ending) {
  const base = await hangingOnStay(tx, stint)
  const isWider = isLater(finishedOn, stint.finishedOn)
  const row = { finishedOn, endReason: finishedOn ? reason : null }
  const write = () =>
    tx
      .update(stints)
      .set({ ...row, rev: stint.rev + 1 })
      .where(eq(stints.id, stint.id))
  if (isWider) await write()
  const roles: Record<string, string> = {}
  for (const role of base.roles)
    roles[`role${Object.keys(roles).length + 1}`] = await endRole(tx, ctx, role, finishedOn)
  await endMentorships(tx, ctx, { ...stint, finishedOn }, base, reason)
  await endLeads(tx, ctx, stint, base, finishedOn)
  if (!isWider) await write()
  await record(tx, ctx, {
    ...{ type: finishedOn ? 'stint.closed' : 'stint.reopened', happenedOn: finishedOn ?? ctx.today },
    ...{ personId: stint.personId, schoolId: stint.schoolId, refs: { ...refs, ...roles, stint: stint.id } },
    before: { finishedOn: stint.finishedOn, endReason: stint.endReason, hanging: base },
    after: row,
  })
}

/** A role ends with its stay; one that had not begun is void, and comes back as a new row. Gives the row it is now. */
async function endRole(tx: Tx, ctx: Ctx, { id, startedOn, finishedOn, isVoid }: Part, last: Day | null) {
  const isBegun = last === null || startedOn <= last
  const end = earlierOf(finishedOn, last)
  if (isVoid && isBegun) {
    const [old] = await tx.select().from(stintRoles).where(eq(stintRoles.id, id))
    if (!old) return id
    const fresh = { ...old, id: newId(ctx.now), finishedOn: end, voidedAt: null }
    await tx.insert(stintRoles).values(fresh)
    return fresh.id
  }
  if (!isVoid) {
    const change = isBegun ? { finishedOn: end } : { voidedAt: ctx.now }
    await tx.update(stintRoles).set(change).where(eq(stintRoles.id, id))
  }
  return id
}

/** Acting for a school ends with one's own time there. A grant that had not begun ends as it begins. */
async function endLeads(tx: Tx, ctx: Ctx, stint: StintRow, { leads }: Hanging, last: Day | null) {
  for (const { id, startedOn, finishedOn } of leads) {
    const end = earlierOf(finishedOn, last)
    const lastDay = end && end < startedOn ? startedOn : end
    await tx.update(schoolLeads).set({ finishedOn: lastDay }).where(eq(schoolLeads.id, id))
    const refs = { schoolLead: id, stint: stint.id }
    const after = { finishedOn: lastDay }
    const { personId, schoolId } = stint
    await record(tx, ctx, { type: 'school_lead.changed', personId, schoolId, refs, after })
  }
}
