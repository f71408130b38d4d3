import { eq, inArray, type Reader, schools, stints } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { isGoingOn, type MentorshipRow } from '@wirearchy/domain/mentoring'
import { isByHand, knowsEnd } from '@wirearchy/domain/stint'

/** One stretch of two people's mentoring. */
export interface ChapterSeen {
  id: string
  kind: MentorshipRow['kind']
  /** The school that arranged it, where both were; null when it is between the two alone. */
  school: string | null
  startedOn: Day
  /** Null while it goes on, and while its end is not the viewer's to know. */
  finishedOn: Day | null
  isOver: boolean
  /** Which side ended it; null when a move or a school did. */
  endedBy: 'mentor' | 'mentee' | null
}

/**
 * The chapters of a pair as one of them may know them, oldest first. A last day ahead is the mover's alone until it is
 * over, and so is what begins the day after.
 */
export async function chaptersSeen(read: Pick<Reader, 'select'>, ctx: MemberCtx, rows: MentorshipRow[]) {
  const standing = rows.filter(({ voidedAt }) => voidedAt === null)
  const isQuiet = standing.some((one) => !knowsEnd(ctx, one))
  const known = standing.filter((one) => !isQuiet || one.kind !== 'informal' || one.startedOn <= ctx.today)
  const names = await schoolNames(read, known)
  return known.map((one): ChapterSeen => {
    const { id, kind, startedOn, menteeStintId } = one
    const isOver = !isGoingOn(one, ctx.today)
    const finishedOn = knowsEnd(ctx, one) ? one.finishedOn : null
    const endedBy = isByHand(one) ? (one.endReason === 'by_mentor' ? 'mentor' : 'mentee') : null
    return {
      id,
      kind,
      school: names.get(menteeStintId ?? '') ?? null,
      startedOn,
      finishedOn,
      isOver,
      endedBy,
    }
  })
}

async function schoolNames(read: Pick<Reader, 'select'>, chapters: MentorshipRow[]) {
  const ids = chapters.flatMap(({ menteeStintId }) => menteeStintId ?? [])
  if (ids.length === 0) return new Map<string, string>()
  const rows = await read
    .select({ id: stints.id, name: schools.name })
    .from(stints)
    .innerJoin(schools, eq(schools.id, stints.schoolId))
    .where(inArray(stints.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
