import { type SQL, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import { liveOn } from '@wirearchy/domain/visibility'

const FEWEST = 5

/** A number of people as it may be told: from five on; null says "fewer than 5", none at all included. */
export const figure = (people: number | string): number | null =>
  Number(people) >= FEWEST ? Number(people) : null

/** How many people are at a school today. Nobody's name leaves this. */
export const peopleAt = (schoolId: SQL, today: Day): SQL => sql`(select count(distinct there.person_id)
  from stints there join people someone on someone.id = there.person_id and someone.status = 'active'
  where there.school_id = ${schoolId} and there.voided_at is null and ${liveOn('there', today)})`
