import { sql } from '@wirearchy/db'
import { addDays, type Day } from '@wirearchy/domain'
import type { Spans, ToldSpan } from '@wirearchy/domain/ledger'
import type { Town } from './town.ts'

const FOREVER = '9999-12-31'
type Row = ToldSpan & { startedOn: Day; finishedOn: Day | null }

/** What the ledger does not tell: which schools are real, which stays are hidden today, when courses end. */
export interface Around {
  isReal: Set<string>
  isHidden: Set<string>
  courseEnds: Map<string, Day>
}

export async function aroundIn(town: Town): Promise<Around> {
  const { read } = town.store
  const real = await read.rows<{ id: string }>(
    sql`select id from schools where kind in ('school', 'pending')`,
  )
  const stays = await read.rows<{ id: string; own: string | null; now: string | null; isOver: number }>(sql`
    select s.id as id, s.audience as own, a.level as now,
      case when s.finished_on < ${town.today()} then 1 else 0 end as "isOver"
    from stints s left join audiences a on a.person_id = s.person_id and a.field = 'current_school'`)
  const hidden = stays.filter(({ own, now, isOver }) => (own ?? (isOver ? null : now)) === 'only_me')
  const courses = await read.rows<{ id: string; end: Day }>(sql`select id, finished_on as "end" from groups`)
  return {
    isReal: new Set(real.map(({ id }) => id)),
    isHidden: new Set(hidden.map(({ id }) => id)),
    courseEnds: new Map(courses.map(({ id, end }) => [id, end])),
  }
}

/** Everybody one person was tied to by a day, from what the ledger tells: one line a reason, in order. */
export function toldTies(spans: Spans, around: Around, me: string, asOf: Day): string[] {
  const lines: string[] = []
  const rows = (of: string) =>
    [...spans.values()].filter((row): row is Row => row?.of === of && row.voidedAt === null)
  const add = (other: unknown, kind: string, where: unknown, span: [Day, Day], open: Day | null = null) => {
    const [from, to] = span
    if (from > asOf || to < from) return
    lines.push([other, kind, where, from, to < asOf ? to : to === FOREVER ? null : open].join(' '))
  }
  const together = (a: Row, b: Row): [Day, Day] => [
    a.startedOn > b.startedOn ? a.startedOn : b.startedOn,
    [a.finishedOn ?? FOREVER, b.finishedOn ?? FOREVER].sort()[0] as Day,
  ]
  const pairs = (of: string, place: string, meets: (row: Row) => boolean) => {
    const all = rows(of).filter(meets)
    return all
      .filter(({ personId }) => personId === me)
      .flatMap((mine) =>
        all
          .filter((theirs) => theirs.personId !== me && theirs[place] === mine[place])
          .map((theirs) => [mine, theirs] as const),
      )
  }
  for (const [mine, theirs] of pairs('membership', 'groupId', () => true)) {
    const end = around.courseEnds.get(String(mine.groupId)) ?? null
    add(theirs.personId, 'group', mine.groupId, together(mine, theirs), end)
  }
  const isNear = ({ id, schoolId, confidence }: Row) =>
    confidence !== 'told' && around.isReal.has(String(schoolId)) && !around.isHidden.has(id)
  for (const [mine, theirs] of pairs('stint', 'schoolId', isNear))
    add(theirs.personId, 'school', mine.schoolId, together(mine, theirs))
  for (const row of rows('mentorship')) {
    const span: [Day, Day] = [row.startedOn, row.finishedOn ?? FOREVER]
    if (row.mentorId === me) add(row.menteeId, 'mentee', '', span)
    if (row.menteeId === me) add(row.mentorId, 'mentor', '', span)
  }
  for (const row of rows('connection')) {
    const span: [Day, Day] = [row.startedOn, row.finishedOn ?? FOREVER]
    if (row.personLo === me) add(row.personHi, 'connection', '', span)
    if (row.personHi === me) add(row.personLo, 'connection', '', span)
  }
  return lines.sort()
}

/** Every first day, last day and day after that the ledger tells, up to a day. */
export function boundaryDays(spans: Spans, until: Day): Day[] {
  const days = [...spans.values()].flatMap((row) => {
    const { startedOn, finishedOn } = (row ?? {}) as Partial<Row>
    return [startedOn, finishedOn, finishedOn && addDays(finishedOn, 1)]
  })
  return [...new Set([...days, until])]
    .filter((day): day is Day => Boolean(day) && (day as Day) <= until)
    .sort()
}
