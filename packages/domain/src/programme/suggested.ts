import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { liveOn } from '@wirearchy/domain/visibility'

/** What the viewer says of themselves elsewhere, to begin with: their first subject, and the town of their school. */
export async function suggested({ store, viewer, today }: MemberCtx) {
  const [row] = await store.read.rows<{ subjects: string | string[] | null; town: string | null }>(sql`
    select (select subjects from profiles where person_id = ${viewer}) as subjects,
      (select place.town from stints s join schools place on place.id = s.school_id
        where s.person_id = ${viewer} and s.voided_at is null and ${liveOn('s', today)}
        order by s.started_on desc, s.id limit 1) as town`)
  const subjects = typeof row?.subjects === 'string' ? JSON.parse(row.subjects) : (row?.subjects ?? [])
  return { subject: (subjects[0] ?? null) as string | null, town: row?.town ?? null }
}
