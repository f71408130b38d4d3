import { type Reader, type SQL, sql } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { ledSchools, liveOn } from '@wirearchy/domain/visibility'
import type { BoardRef } from './input.ts'

/** Pairs that somebody looks after: those that a programme put together, or those that a school set up. */
export interface Board {
  id: string
  kind: 'programme' | 'school'
  name: string
  /** The training group or school that the programme is of. */
  of: string | null
  schoolId: string | null
}

/** The boards that the viewer may open today: programmes newest first, then schools by name. */
export async function myBoards(ctx: MemberCtx) {
  const boards = await ctx.store.read.rows<Board>(sql`
    select id as id, kind as kind, name as name, "of" as "of", school_id as "schoolId" from (${boardsOf(ctx)}) mine
    order by kind, made_at desc, name, id`)
  return boards.map(({ schoolId: _, ...board }) => board)
}

/**
 * One of them.
 * @throws Problem not_found to everybody else, in the same words as for what does not exist
 */
export async function boardFor(read: Pick<Reader, 'rows'>, ctx: MemberCtx, { id }: BoardRef): Promise<Board> {
  const [board] = await read.rows<Board>(sql`
    select id as id, kind as kind, name as name, "of" as "of", school_id as "schoolId" from (${boardsOf(ctx)}) mine
    where id = ${id}`)
  if (!board) throw Problem.notFound()
  return board
}

/** A programme is looked after by everybody who leads its group or school today, and by nobody whose lead has ended. */
const boardsOf = ({ viewer, today }: MemberCtx): SQL => sql`
  select run.id as id, 'programme' as kind, run.name as name, coalesce(trained.name, place.name) as "of",
      run.school_id as school_id, run.created_at as made_at
    from programmes run
    left join groups trained on trained.id = run.group_id
    left join schools place on place.id = run.school_id
    where run.school_id in (${ledSchools(viewer, today)})
      or run.group_id in (select lead.group_id from group_leads lead where lead.person_id = ${viewer} and ${liveOn('lead', today)})
  union all select there.id, 'school', there.name, null, there.id, 0 from schools there
    where there.id in (${ledSchools(viewer, today)})`
