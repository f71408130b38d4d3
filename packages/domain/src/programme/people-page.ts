import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { blockedWith } from '@wirearchy/domain/visibility'
import { ledProgramme, type Programme } from './find.ts'
import type { ProgrammeRef } from './input.ts'
import { whoMayBeAsked } from './who-may-be-asked.ts'

/** Somebody in a programme, as its lead sees them: what they said for it, and no wishes. */
export interface InLine {
  personId: string
  name: string
  side: 'mentor' | 'mentee'
  places: number
  subject: string | null
  department: string | null
  town: string | null
  hasJoined: boolean
}

/** Everybody in a programme, and who may be asked besides, for its lead. */
export async function peoplePage(ctx: MemberCtx, { programmeId }: ProgrammeRef) {
  const programme = await ledProgramme(ctx.store.read, ctx, programmeId)
  const isOpen = programme.state !== 'published' && programme.state !== 'closed'
  return {
    programme: { id: programme.id, name: programme.name, state: programme.state },
    isOpen,
    people: await whoWasAsked(ctx, programme),
    mentees: isOpen ? (await whoMayBeAsked(ctx, programme, 'mentee')).people : [],
    mentors: isOpen ? (await whoMayBeAsked(ctx, programme, 'mentor')).people : [],
  }
}

/** Everybody who was asked and has not stepped out, but for whom the lead and they keep out. */
export async function whoWasAsked({ store, viewer }: MemberCtx, { id }: Programme): Promise<InLine[]> {
  const rows = await store.read.rows<Omit<InLine, 'hasJoined'> & { joinedAt: number | null }>(sql`
    select someone.id as "personId", someone.display_name as name, there.side as side, there.places as places,
      there.subject as subject, there.department as department, there.town as town, there.joined_at as "joinedAt"
    from programme_people there join people someone on someone.id = there.person_id and someone.status = 'active'
    where there.programme_id = ${id} and there.left_at is null and someone.id not in (${blockedWith(viewer)})
    order by there.side desc, someone.display_name, someone.id`)
  return rows.map(({ joinedAt, ...line }) => ({ ...line, hasJoined: joinedAt !== null }))
}
