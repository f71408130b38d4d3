import { inList, type SQL, sql } from '@wirearchy/db'
import { type Day, dayOf, type MemberCtx } from '@wirearchy/domain'
import { momentWords, nationOf, schoolDaysBetween } from '@wirearchy/domain/calendar'
import { BY_HAND } from '@wirearchy/domain/stint'
import { blockedWith } from '@wirearchy/domain/visibility'
import type { Unit } from './input.ts'
import { chapters, lastWord } from './last-word.ts'
import { offerOf, placesOf, stateOf } from './offer.ts'

/** Three school weeks without a meeting, one to come or a word for the other: it has gone quiet. Holidays do not count. */
const QUIET_SCHOOL_DAYS = 15
const SCHOOL_WEEK = 5

/** One mentoring that goes on, as one of the two comes to it. */
export interface PairLine {
  mentorshipId: string
  personId: string
  name: string
  /** Null for a school's mentoring, which is no unit of anybody's offer. */
  unit: Unit | null
  kind: 'statutory' | 'placement' | 'informal'
  startedOn: Day
  /** When the next booked meeting begins, UTC milliseconds. */
  nextAt: number | null
  /** The same in words: 'Tuesday 24 November 2026, 3:45pm'. */
  nextWords: string | null
  /** For how many school weeks nothing happened, from three up; null while it is not quiet. */
  quietWeeks: number | null
}

/** The viewer's mentoring in both hats: who mentors them, whom they mentor, and what they offer. */
export async function myMentoring(ctx: MemberCtx) {
  const offer = await offerOf(ctx.store.read, ctx.viewer)
  return {
    mentors: await pairs(ctx, 'mentee'),
    mentees: await pairs(ctx, 'mentor'),
    offer: offer
      ? { state: stateOf(ctx, offer), pausedUntil: offer.pausedUntil, places: await placesOf(ctx) }
      : null,
  }
}

type Row = Omit<PairLine, 'quietWeeks' | 'nextWords'> & { lastAt: number | null }

/**
 * One line a person whom the viewer mentors, or who mentors them: of several chapters that go on, the latest. What one of
 * the two ended is over at once.
 */
async function pairs(ctx: MemberCtx, side: 'mentor' | 'mentee'): Promise<PairLine[]> {
  const [mine, theirs] = side === 'mentor' ? ['mentor_id', 'mentee_id'] : ['mentee_id', 'mentor_id']
  const rows = await ctx.store.read.rows<Row>(sql`
    select m.id as "mentorshipId", other.id as "personId", other.display_name as name, terms.unit as unit,
      m.kind as kind, m.started_on as "startedOn", ${nextMeeting(ctx)} as "nextAt", ${lastWord} as "lastAt"
    from mentorships m join people other on other.id = m.${sql.raw(theirs as string)} and other.status = 'active'
    left join agreements terms on terms.mentorship_id = m.id
    where m.${sql.raw(mine as string)} = ${ctx.viewer} and m.voided_at is null
      and coalesce(m.finished_on, '9999-12-31') >= ${ctx.today} and coalesce(m.end_reason, '') not in (${inList([...BY_HAND])})
      and other.id not in (${blockedWith(ctx.viewer)})
    order by other.display_name, other.id, m.started_on, m.no`)
  const nation = await nationOf(ctx.store.read, ctx.viewer)
  const latest = new Map(rows.map((row) => [row.personId, row]))
  return [...latest.values()].map(({ lastAt, ...line }) => {
    const heardOn = lastAt === null ? line.startedOn : later(line.startedOn, dayOf(lastAt))
    const quiet = line.nextAt === null ? schoolDaysBetween(heardOn, ctx.today, nation) : 0
    const nextWords = line.nextAt === null ? null : momentWords(line.nextAt)
    return {
      ...line,
      nextWords,
      quietWeeks: quiet < QUIET_SCHOOL_DAYS ? null : Math.floor(quiet / SCHOOL_WEEK),
    }
  })
}

const nextMeeting = ({ now }: MemberCtx): SQL => sql`(
  select min(next_.starts_at) from meetings next_ where next_.state = 'booked' and next_.ends_at >= ${now}
    and next_.mentorship_id in (select chapter.id from ${chapters}))`

const later = (one: Day, other: Day) => (one > other ? one : other)
