import { and, eq, handovers, isNotNull, mentorships, type Reader } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import type { MentorshipRow, Pair } from '@wirearchy/domain/mentoring'
import { nextAfter, openUntil } from './chapters.ts'

export type HandoverRow = typeof handovers.$inferSelect
export type Part = 'mentee' | 'mentor' | 'next_mentor'

/** A page that its mentee let others read, and what the viewer is to it. */
export interface Approved {
  row: HandoverRow
  ended: MentorshipRow
  next: MentorshipRow | null
  /** The last day on which the three may write to each other; null while there is no next mentor. */
  until: Day | null
  as: Part
}

type Read = Pick<Reader, 'select'>

/** The approved pages that one of a pair reads there: the mentee, the mentor it is about, the one who comes next. */
export async function approvedPages(read: Read, ctx: MemberCtx, pair: Pair): Promise<Approved[]> {
  const rows = await read
    .select({ row: handovers, ended: mentorships })
    .from(handovers)
    .innerJoin(mentorships, eq(mentorships.id, handovers.mentorshipId))
    .where(and(eq(mentorships.menteeId, pair.menteeId), isNotNull(handovers.approvedAt)))
    .orderBy(handovers.createdAt)
  const pages: Approved[] = []
  for (const { row, ended } of rows) {
    const next = await nextOf(read, row, ended)
    const isFrom = pair.chapterIds.includes(ended.id)
    const isTo = next !== null && pair.chapterIds.includes(next.id)
    if (!isFrom && !isTo) continue
    const as = ctx.viewer === ended.menteeId ? 'mentee' : isFrom ? 'mentor' : 'next_mentor'
    const isKept = next?.id === row.nextMentorshipId && row.openUntil !== null
    pages.push({ row, ended, next, until: isKept ? row.openUntil : next && openUntil(next), as })
  }
  return pages
}

/** The next mentor's chapter: the one written down while it stands, else the one that a school arranged since. */
export async function nextOf(read: Read, row: HandoverRow, ended: MentorshipRow) {
  const [known] = row.nextMentorshipId
    ? await read.select().from(mentorships).where(eq(mentorships.id, row.nextMentorshipId))
    : []
  return known?.voidedAt === null ? known : nextAfter(read, ended)
}

/** True while the three may write to each other: from the next mentor's first day for two weeks. */
export const isOpen = ({ next, until }: Approved, today: Day) =>
  next !== null && until !== null && next.startedOn <= today && today <= until
