import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { isHoliday, isSchoolDay } from '@wirearchy/domain/calendar'
import { blockedWith, liveOn } from '@wirearchy/domain/visibility'
import type { Board } from './boards.ts'
import { factsOf, IN_CHAPTER, type PairFacts } from './facts.ts'
import { isLately } from './lately.ts'
import { type PairState, stateOf } from './state.ts'

export interface BoardPair {
  facts: PairFacts
  state: PairState
}

const ORDER: PairState[] = ['waiting', 'quiet', 'met', 'ended']

/**
 * The pairs that this board's programme or school set up, and no others of the same two: who waits longest first, then
 * quiet ones, then the rest, each by when they began. Nobody whom the viewer keeps out, or who keeps them out, is there.
 */
export async function pairsOf(
  read: Pick<Reader, 'rows'>,
  ctx: MemberCtx,
  board: Board,
): Promise<BoardPair[]> {
  const kept = sql`select * from (${blockedWith(ctx.viewer)}) kept`
  const where = sql`${setUpBy(board, ctx.today)} and m.mentor_id not in (${kept}) and m.mentee_id not in (${kept})`
  const facts = await factsOf(read, ctx, { where, among: 'chapter' })
  return facts
    .map((pair) => ({ facts: pair, state: stateOf(pair, ctx) }))
    .sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
}

/** What a school set up, or had matched, it sees while the mentee works there, and not a day longer. */
function setUpBy({ id, kind, schoolId }: Board, today: Day): SQL {
  if (kind === 'school') return setUpAt(id, today)
  const by = sql`m.kind = 'informal' and exists (select 1 from programmes run
    where run.id = ${id} and terms.programme_id = run.id and m.created_at >= run.created_at)`
  if (schoolId === null) return by
  return sql`((${by} and exists (select 1 from stints stay where stay.person_id = m.mentee_id
    and ${isThere(schoolId, today)})) or (${setUpAt(schoolId, today)} and ${isMadeBy(id)}))`
}

const setUpAt = (schoolId: string, today: Day) => sql`
  m.kind = 'statutory' and m.mentee_stint_id in (select stay.id from stints stay where ${isThere(schoolId, today)})`

const isThere = (schoolId: string, today: Day) =>
  sql`stay.school_id = ${schoolId} and stay.voided_at is null and ${liveOn('stay', today)}`

/** Published as a pair of a school's programme, or such a row written anew after a change of somebody's stay. */
const isMadeBy = (programmeId: string) => sql`exists (
  select 1 from mentorships same join programme_pairs made on made.mentorship_id = same.id
  join programme_runs run on run.id = made.run_id and run.programme_id = ${programmeId}
  where ${IN_CHAPTER})`

/** The sides of a pair that may be reminded today: in their school time, and not within a fortnight of the last time. */
export function freeSides(pair: PairFacts, today: Day) {
  if (!isSchoolDay(today, pair.nation)) return []
  const isMentorFree = !isLately(pair.mentorNudgedAt, today) && !isHoliday(today, pair.mentorNation)
  const isMenteeFree = !isLately(pair.menteeNudgedAt, today)
  return [...(isMentorFree ? (['mentor'] as const) : []), ...(isMenteeFree ? (['mentee'] as const) : [])]
}
