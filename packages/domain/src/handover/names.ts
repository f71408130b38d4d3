import { type Reader, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { nameOf } from '@wirearchy/domain/space'
import { blockedWith } from '@wirearchy/domain/visibility'
import type { Approved, Part } from './pages.ts'

type Read = Pick<Reader, 'select' | 'rows'>

export type Names = Record<Part, string | null>

/**
 * The names of the three, for one of them; null for a next mentor who is not there yet, and for whoever keeps the viewer
 * out or is kept out.
 */
export async function namesFor(read: Read, { viewer }: MemberCtx, { ended, next }: Approved): Promise<Names> {
  const rows = await read.rows<{ id: string }>(
    sql`select blocked_id as id from (${blockedWith(viewer)}) kept`,
  )
  const apart = new Set(rows.map(({ id }) => id))
  const named = async (id: string | undefined) => (id && !apart.has(id) ? nameOf(read, id) : null)
  return {
    mentee: await named(ended.menteeId),
    mentor: await named(ended.mentorId),
    next_mentor: await named(next?.mentorId),
  }
}
