import { and, eq, programmeWishes, type Reader, sql } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { blockedWith } from '@wirearchy/domain/visibility'
import { seenProgramme } from './find.ts'
import type { ProgrammeRef } from './input.ts'
import { isIn } from './who-is-in.ts'

type Read = Pick<Reader, 'select' | 'rows'>

/**
 * The viewer's own wishes, with everybody of the other side for whom they may wish: by name and subject, which joining
 * lets the others read. Whoever keeps themselves apart from the viewer is there all the same, so that nobody can tell.
 * @throws Problem not_found to who has not joined
 */
export async function wishesPage(ctx: MemberCtx, { programmeId }: ProgrammeRef) {
  const { read } = ctx.store
  const { programme, mine } = await mustBeJoined(read, ctx, programmeId)
  const own = and(eq(programmeWishes.programmeId, programmeId), eq(programmeWishes.personId, ctx.viewer))
  const wishes = await read.select().from(programmeWishes).where(own)
  const ranks = new Map(wishes.map(({ otherId, rank }) => [otherId, rank]))
  const others = await whomToWish(read, ctx, programmeId, mine.side)
  return {
    programme: { id: programme.id, name: programme.name, wishesUntil: programme.wishesUntil },
    side: mine.side,
    isOpen: programme.state === 'wishes' && (programme.wishesUntil ?? '') >= ctx.today,
    people: others.map((one) => ({ ...one, rank: ranks.get(one.personId) ?? null })),
  }
}

/** @throws Problem not_found to whoever has not said yes themselves, the lead included */
export async function mustBeJoined(read: Read, ctx: MemberCtx, programmeId: string) {
  const { programme, mine } = await seenProgramme(read, ctx, programmeId)
  if (!mine || mine.joinedAt === null) throw Problem.notFound()
  return { programme, mine }
}

/** The joined people of the other side, by name, but for whom the viewer and they keep out. */
export const whomToWish = (
  read: Read,
  { viewer }: MemberCtx,
  programmeId: string,
  side: 'mentor' | 'mentee',
) =>
  read.rows<{ personId: string; name: string; subject: string | null }>(sql`
    select someone.id as "personId", someone.display_name as name, there.subject as subject
    from programme_people there join people someone on someone.id = there.person_id and someone.status = 'active'
    where ${isIn(programmeId)} and there.side <> ${side} and someone.id not in (${blockedWith(viewer)})
    order by someone.display_name, someone.id`)
