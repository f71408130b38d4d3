import { inList, type Reader, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import type { Pair } from '@wirearchy/domain/mentoring'
import { liveOn, visibleTo } from '@wirearchy/domain/visibility'

export interface Coordinator {
  id: string
  name: string
  programme: string
}

/**
 * Whoever leads the group or the school that put a pair together in a programme, today, and whom the viewer may see.
 * Neither of the two themselves.
 */
export const coordinatorsOf = (
  read: Pick<Reader, 'rows'>,
  ctx: MemberCtx,
  { chapterIds, otherId }: Pick<Pair, 'chapterIds' | 'otherId'>,
): Promise<Coordinator[]> =>
  read.rows<Coordinator>(sql`
    select lead.id as id, lead.display_name as name, min(p.name) as programme
    from (
      select terms.programme_id as id from agreements terms where terms.mentorship_id in (${inList(chapterIds)})
      union select run.programme_id from programme_pairs made join programme_runs run on run.id = made.run_id
        where made.mentorship_id in (${inList(chapterIds)})
    ) of_pair
    join programmes p on p.id = of_pair.id
    join (
      select 'group' as kind, g.group_id as place, g.person_id as person_id from group_leads g where ${liveOn('g', ctx.today)}
      union select 'school', s.school_id, s.person_id from school_leads s
        join stints own on own.person_id = s.person_id and own.school_id = s.school_id
          and own.voided_at is null and ${liveOn('own', ctx.today)}
        where ${liveOn('s', ctx.today)}
    ) leads on leads.place = case leads.kind when 'group' then p.group_id else p.school_id end
    join people lead on lead.id = leads.person_id and lead.status = 'active'
    where lead.id not in (${ctx.viewer}, ${otherId}) and ${visibleTo(ctx, sql`lead.id`)}
    group by lead.id, lead.display_name order by lead.display_name, lead.id`)
