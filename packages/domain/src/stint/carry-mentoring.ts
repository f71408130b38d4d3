import { and, eq, inArray, isNull, mentorships, or, type Tx } from '@wirearchy/db'
import { type Ctx, covers, overlaps } from '@wirearchy/domain'
import { liveStints, type StintRow } from './adopt.ts'
import { carryBetween } from './carry-over.ts'
import type { MentorshipRow } from './void-stint.ts'

/**
 * Statutory mentorships of stays that were put to the school they turned out to be at: as soon as both people's are
 * there, they are written again between the new rows, once. So are those that began after the school's last day.
 */
export async function carryMentoring(tx: Tx, ctx: Ctx, gone: StintRow[]) {
  for (const old of gone) {
    const held = await tx
      .select()
      .from(mentorships)
      .where(
        and(
          or(eq(mentorships.menteeStintId, old.id), eq(mentorships.mentorStintId, old.id)),
          inArray(mentorships.voidReason, PUT_ELSEWHERE),
        ),
      )
    for (const one of held) if (!(await isCarried(tx, one))) await carryVoid(tx, ctx, one)
  }
}

/** Why a mentorship is void whose two people may be together at another school. */
const PUT_ELSEWHERE = ['school_replaced', 'school_change_undone', 'not_started']

async function isCarried(tx: Tx, { id }: MentorshipRow) {
  const next = await tx
    .select()
    .from(mentorships)
    .where(and(eq(mentorships.continuesId, id), isNull(mentorships.voidedAt)))
  return next.length > 0
}

async function carryVoid(tx: Tx, ctx: Ctx, held: MentorshipRow) {
  const covering = async (personId: string) =>
    (await liveStints(tx, personId)).filter((stint) => covers(stint, held.startedOn))
  const mentors = await covering(held.mentorId)
  for (const mentees of await covering(held.menteeId)) {
    const both = mentors.find(({ schoolId }) => schoolId === mentees.schoolId)
    if (both && !(await hasMentor(tx, mentees, held))) return carryBetween(tx, ctx, held, [both, mentees])
  }
}

async function hasMentor(tx: Tx, { id }: StintRow, held: MentorshipRow) {
  const theirs = await tx
    .select()
    .from(mentorships)
    .where(and(eq(mentorships.menteeStintId, id), isNull(mentorships.voidedAt)))
  return theirs.some((other) => other.kind === 'statutory' && overlaps(other, held))
}
