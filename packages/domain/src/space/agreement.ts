import { agreements, desc, eq, inArray, mentorships, type Reader } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import type { Pair } from '@wirearchy/domain/mentoring'

export type AgreementRow = typeof agreements.$inferSelect

/** What the two agreed on, as either of them reads it. */
export interface AgreementSeen
  extends Pick<AgreementRow, 'aims' | 'rhythm' | 'stopping' | 'unit' | 'rev' | 'requestId'> {
  /** The day by which a unit of fixed length is over, unless the two go on. */
  expectedFinishOn: Day | null
  iAgreed: boolean
  theyAgreed: boolean
}

/** The latest agreement of a pair: their chapters are one mentoring, and what holds goes on into the next. */
export async function latestAgreement(
  read: Pick<Reader, 'select'>,
  pair: Pair,
): Promise<AgreementRow | null> {
  const [latest] = await read
    .select({ terms: agreements })
    .from(agreements)
    .innerJoin(mentorships, eq(mentorships.id, agreements.mentorshipId))
    .where(inArray(agreements.mentorshipId, pair.chapterIds))
    .orderBy(desc(mentorships.startedOn), desc(mentorships.no))
    .limit(1)
  return latest?.terms ?? null
}

/** The same in the eyes of one side. Before anybody wrote one it is what we suggest. */
export function agreementSeen({ side }: Pair, terms: AgreementRow | null): AgreementSeen {
  const {
    aims = null,
    rhythm = 'fortnightly',
    stopping = null,
    unit = null,
    rev = 0,
    requestId = null,
  } = terms ?? {}
  const [mentors, mentees] = [terms?.mentorAgreedAt ?? null, terms?.menteeAgreedAt ?? null]
  const [mine, theirs] = side === 'mentor' ? [mentors, mentees] : [mentees, mentors]
  const expectedFinishOn = terms?.expectedFinishOn ?? null
  return {
    ...{ aims, rhythm, stopping, unit, rev, requestId, expectedFinishOn },
    ...{ iAgreed: mine !== null, theyAgreed: theirs !== null },
  }
}

/** The columns that say which side said yes, and when. */
export const yesOf = (side: Pair['side']) =>
  side === 'mentor'
    ? ({ mine: 'mentorAgreedAt', theirs: 'menteeAgreedAt' } as const)
    : ({ mine: 'menteeAgreedAt', theirs: 'mentorAgreedAt' } as const)
