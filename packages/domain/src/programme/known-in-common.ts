import { type Reader, type SQL, sql } from '@wirearchy/db'
import { type Day, groupBy } from '@wirearchy/domain'
import { isIn } from './who-is-in.ts'

interface Knows {
  personId: string
  side: 'mentor' | 'mentee'
  otherId: string
}

/**
 * For each mentee, how many people they and each mentor both know, through connections and mentoring; whoever does not
 * let themselves be named as a link is left out. A training group says nothing here: everybody in it would count.
 */
export async function knownInCommon(read: Pick<Reader, 'rows'>, programmeId: string, today: Day) {
  const rows = await read.rows<Knows>(sql`
    select there.person_id as "personId", there.side as side, tied.other_id as "otherId"
    from programme_people there join (${ties(today)}) tied on tied.person_id = there.person_id
    left join audiences named on named.person_id = tied.other_id and named.field = 'named_as_link'
    where ${isIn(programmeId)} and coalesce(named.level, 'groups') <> 'only_me'`)
  const common = new Map<string, Map<string, number>>()
  for (const [, all] of groupBy(rows, ({ otherId }) => otherId)) {
    const mentors = new Set(all.filter(({ side }) => side === 'mentor').map(({ personId }) => personId))
    const mentees = new Set(all.filter(({ side }) => side === 'mentee').map(({ personId }) => personId))
    for (const mentee of mentees) add(common, mentee, mentors)
  }
  return common
}

function add(common: Map<string, Map<string, number>>, mentee: string, mentors: Set<string>) {
  const own = common.get(mentee) ?? new Map<string, number>()
  for (const mentor of mentors) own.set(mentor, (own.get(mentor) ?? 0) + 1)
  common.set(mentee, own)
}

const ties = (today: Day): SQL => sql`
  select person_lo as person_id, person_hi as other_id from connections where voided_at is null and started_on <= ${today}
  union select person_hi, person_lo from connections where voided_at is null and started_on <= ${today}
  union select mentor_id, mentee_id from mentorships where voided_at is null and started_on <= ${today}
  union select mentee_id, mentor_id from mentorships where voided_at is null and started_on <= ${today}`
