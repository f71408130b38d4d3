import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { liveOn } from '@wirearchy/domain/visibility'
import { yearsInWords } from './title.ts'

interface Row {
  id: string
  slug: string
  name: string
  provider: string | null
  academicYear: number
  isLead: number
  membershipId: string | null
  startedOn: string | null
  finishedOn: string | null
  outcome: string | null
}

/** Every training group the viewer is or was in, or runs, newest course first, each with their last time in it. */
export async function myGroups({ store, viewer, today }: MemberCtx) {
  const rows = await store.read.rows<Row>(sql`
    select g.id as id, g.slug as slug, g.name as name, provider.name as provider, g.academic_year as "academicYear",
      case when exists (select 1 from group_leads lead where lead.group_id = g.id and lead.person_id = ${viewer}
        and ${liveOn('lead', today)}) then 1 else 0 end as "isLead",
      mine.id as "membershipId", mine.started_on as "startedOn", mine.finished_on as "finishedOn", mine.outcome as outcome
    from groups g
    left join providers provider on provider.id = g.provider_id
    left join group_memberships mine on mine.group_id = g.id and mine.person_id = ${viewer} and mine.voided_at is null
    where mine.id is not null or g.id in (select group_id from group_leads lead
      where lead.person_id = ${viewer} and ${liveOn('lead', today)})
    order by g.academic_year desc, g.name, mine.started_on`)
  const last = new Map(rows.map((row) => [row.id, row]))
  return [...last.values()].map(({ id: _, academicYear, isLead, ...row }) => ({
    ...row,
    years: yearsInWords(academicYear),
    isLead: Number(isLead) === 1,
    canResume: row.outcome === 'deferred',
  }))
}
