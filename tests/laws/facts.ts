import { type SQL, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import type { Town } from './town.ts'

/** A day no span reaches. */
export const FOREVER = '9999-12-31'

/** Days one person spent in one place, as the tables say, void rows left out. */
export interface Stay {
  personId: string
  /** `school` or `group`, and its id. */
  where: string
  from: Day
  /** The last day, included; FOREVER while it goes on. */
  to: Day
  /** False for a stay that ties nobody: self-told, or at no real school. */
  ties: boolean
  hidden: boolean
}

/** Days two people shared, and through what. */
export interface Shared {
  otherId: string
  kind: 'group' | 'school' | 'mentor' | 'mentee' | 'connection'
  contextId: string | null
  from: Day
  to: Day
  /** Hidden by one of the two from everybody else. */
  hidden: boolean
}

export interface Facts {
  shared: Shared[]
  stays: Stay[]
}

/**
 * What the tables say that one person shared with whom: every row read and compared day by day in plain loops, without
 * the product's statements. Days to come are in it.
 */
export async function factsOf(town: Town, personId: string): Promise<Facts> {
  const stays = await staysThere(town, personId)
  const mine = stays.filter((stay) => stay.personId === personId)
  const shared: Shared[] = []
  for (const my of mine)
    for (const their of stays) {
      if (their.personId === personId || their.where !== my.where || !my.ties || !their.ties) continue
      const from = my.from > their.from ? my.from : their.from
      const to = my.to < their.to ? my.to : their.to
      if (from > to) continue
      const [kind, contextId] = my.where.split(' ') as ['group' | 'school', string]
      shared.push({ otherId: their.personId, kind, contextId, from, to, hidden: my.hidden || their.hidden })
    }
  return { shared: [...shared, ...(await pairsOf(town, personId))], stays: mine }
}

interface Row {
  personId: string
  placeId: string
  from: Day
  to: Day | null
  confidence: string
  placeKind: string
  audience: string | null
  level: string | null
}

const STAYS = sql`select s.person_id as "personId", s.school_id as "placeId", s.started_on as "from", s.finished_on as "to",
  s.confidence as confidence, place.kind as "placeKind", s.audience as audience, own.level as level
  from stints s join schools place on place.id = s.school_id
  left join audiences own on own.person_id = s.person_id and own.field = 'current_school'`

async function staysThere(town: Town, personId: string): Promise<Stay[]> {
  const atSchool = await rows<Row>(
    town,
    sql`${STAYS} where s.voided_at is null and s.school_id in (select school_id from stints where person_id = ${personId} and voided_at is null)`,
  )
  const inGroup = await rows<Pick<Row, 'personId' | 'placeId' | 'from' | 'to'>>(
    town,
    sql`select person_id as "personId", group_id as "placeId", started_on as "from", finished_on as "to" from group_memberships
      where voided_at is null and group_id in (select group_id from group_memberships where person_id = ${personId} and voided_at is null)`,
  )
  const stay = (kind: string, { personId, placeId, from, to }: (typeof inGroup)[number]) => ({
    ...{ personId, where: `${kind} ${placeId}`, from, to: to ?? FOREVER, ties: true, hidden: false },
  })
  return [
    ...inGroup.map((row) => stay('group', row)),
    ...atSchool.map((row) => ({
      ...stay('school', row),
      ties: row.confidence !== 'told' && ['school', 'pending'].includes(row.placeKind),
      hidden: isHidden(row, town.today()),
    })),
  ]
}

/** What was said of the stay itself goes first; the setting holds for where somebody still is. */
function isHidden({ audience, level, to }: Row, today: Day) {
  if (audience !== null) return audience === 'only_me'
  return level === 'only_me' && (to === null || to >= today)
}

async function pairsOf(town: Town, personId: string): Promise<Shared[]> {
  const found = await rows<{ one: string; other: string; of: string; from: Day; to: Day | null }>(
    town,
    sql`select mentor_id as one, mentee_id as other, 'mentorship' as "of", started_on as "from", finished_on as "to" from mentorships
        where voided_at is null and (mentor_id = ${personId} or mentee_id = ${personId})
      union all select person_lo, person_hi, 'connection', started_on, finished_on from connections
        where voided_at is null and (person_lo = ${personId} or person_hi = ${personId})`,
  )
  return found.map(({ one, other, of, from, to }) => ({
    otherId: one === personId ? other : one,
    kind: of === 'connection' ? 'connection' : one === personId ? 'mentee' : 'mentor',
    ...{ contextId: null, from, to: to ?? FOREVER, hidden: false },
  }))
}

const rows = <Found>(town: Town, query: SQL) => town.store.read.rows<Found>(query)

/** Other person → the first day of anything shared that had begun by a day. */
export function firstDays(shared: Shared[], by: Day): Map<string, Day> {
  const first = new Map<string, Day>()
  for (const { otherId, from } of shared)
    if (from <= by && from < (first.get(otherId) ?? FOREVER)) first.set(otherId, from)
  return first
}
