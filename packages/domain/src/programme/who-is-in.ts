import { type Reader, type SQL, sql } from '@wirearchy/db'

/** Somebody who joined a programme, with what they said so that they can be matched. */
export interface Joined {
  personId: string
  side: 'mentor' | 'mentee'
  places: number
  subject: string | null
  town: string | null
  phase: string | null
  /** Of a mentor, what their offer says besides. */
  subjects: string[]
  phases: string[]
  isRemote: boolean
}

type Row = Omit<Joined, 'subjects' | 'phases' | 'isRemote'> &
  Record<'subjects' | 'phases' | 'ways', string | string[] | null>

/**
 * Everybody who joined and is still in, each side in a lasting order. What a mentor offers by themselves counts in a
 * training group's programme alone: in a school's it would tell their employer that they do.
 */
export async function whoIsIn(read: Pick<Reader, 'rows'>, programmeId: string): Promise<Joined[]> {
  const rows = await read.rows<Row>(sql`
    select there.person_id as "personId", there.side as side, there.places as places, there.subject as subject,
      there.town as town, about.phase as phase, offer.subjects as subjects, offer.phases as phases, offer.ways as ways
    from programme_people there
    join people someone on someone.id = there.person_id and someone.status = 'active'
    left join profiles about on about.person_id = there.person_id
    left join mentor_offers offer on offer.person_id = there.person_id and offer.closed_at is null
      and ${isOfGroup(programmeId)}
    where ${isIn(programmeId)} order by there.person_id`)
  return rows.map(({ subjects, phases, ways, ...row }) => {
    const meets = listIn(ways)
    return {
      ...{ ...row, subjects: listIn(subjects), phases: listIn(phases) },
      isRemote: ways === null || meets.includes('online') || meets.includes('phone'),
    }
  })
}

/** True of a training group's programme, false of a school's. */
export const isOfGroup = (programmeId: string): SQL => sql`
  exists (select 1 from programmes p where p.id = ${programmeId} and p.group_id is not null)`

/** True of a place (alias `there`) in a programme whose owner joined and is still in. */
export const isIn = (programmeId: string): SQL => sql`
  there.programme_id = ${programmeId} and there.joined_at is not null and there.left_at is null`

const listIn = (kept: string | string[] | null): string[] =>
  typeof kept === 'string' ? JSON.parse(kept) : (kept ?? [])
