import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { blockedWith } from '@wirearchy/domain/visibility'
import { ledProgramme } from './find.ts'
import type { ProgrammeRef } from './input.ts'
import { whoWasAsked } from './people-page.ts'
import { rulesOf, weightsOf } from './rules.ts'

interface Fix {
  fixId: string
  does: 'bar' | 'lock'
  why: 'assessor' | 'line_manager' | 'other' | null
  reason: string | null
  mentee: string
  mentor: string
}

/** What holds in a programme's next run, and which two people its lead holds together or rules out. */
export async function rulesPage(ctx: MemberCtx, { programmeId }: ProgrammeRef) {
  const programme = await ledProgramme(ctx.store.read, ctx, programmeId)
  const people = (await whoWasAsked(ctx, programme)).filter(({ hasJoined }) => hasJoined)
  const names = (side: 'mentor' | 'mentee') =>
    people.filter((one) => one.side === side).map(({ personId, name }) => ({ personId, name }))
  return {
    programme: { id: programme.id, name: programme.name, state: programme.state },
    isOpen: programme.state !== 'published' && programme.state !== 'closed',
    rules: rulesOf(programme.rules),
    weights: weightsOf(programme.weights),
    fixes: await fixesIn(ctx, programmeId),
    ...{ mentees: names('mentee'), mentors: names('mentor') },
  }
}

const fixesIn = ({ store, viewer }: MemberCtx, programmeId: string) =>
  store.read.rows<Fix>(sql`
    select fix.id as "fixId", fix.does as does, fix.why as why, fix.reason as reason,
      mentee.display_name as mentee, mentor.display_name as mentor
    from programme_fixes fix join people mentee on mentee.id = fix.mentee_id join people mentor on mentor.id = fix.mentor_id
    where fix.programme_id = ${programmeId} and fix.lifted_at is null
      and mentee.id not in (${blockedWith(viewer)}) and mentor.id not in (${blockedWith(viewer)})
    order by fix.does desc, mentee.display_name, fix.id`)
