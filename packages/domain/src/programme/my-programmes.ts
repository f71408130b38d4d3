import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { ledSchools, liveOn } from '@wirearchy/domain/visibility'
import type { Programme } from './find.ts'

interface Mine extends Pick<Programme, 'id' | 'name' | 'state' | 'unit' | 'wishesUntil'> {
  side: 'mentor' | 'mentee'
  joinedAt: number | null
}

/** The programmes that the viewer is asked into or in, and those they run. What is finished is not among them. */
export async function myProgrammes(ctx: MemberCtx) {
  const { read } = ctx.store
  const mine = await read.rows<Mine>(sql`
    select p.id as id, p.name as name, p.state as state, p.unit as unit, p.wishes_until as "wishesUntil",
      there.side as side, there.joined_at as "joinedAt"
    from programme_people there join programmes p on p.id = there.programme_id
    where there.person_id = ${ctx.viewer} and there.left_at is null and p.state in ('gathering', 'wishes', 'matching')
    order by p.created_at desc, p.id`)
  const led = await read.rows<Pick<Mine, 'id' | 'name' | 'state'>>(sql`
    select p.id as id, p.name as name, p.state as state from programmes p
    where p.state in ('gathering', 'wishes', 'matching') and (
      p.group_id in (select lead.group_id from group_leads lead where lead.person_id = ${ctx.viewer} and ${liveOn('lead', ctx.today)})
      or p.school_id in (${ledSchools(ctx.viewer, ctx.today)}))
    order by p.created_at desc, p.id`)
  return { mine: mine.map(({ joinedAt, ...one }) => ({ ...one, hasJoined: joinedAt !== null })), led }
}
