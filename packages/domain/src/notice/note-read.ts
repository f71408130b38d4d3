import { sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { Mail } from './may-still-go.ts'

const NOTES = /^\/mentoring\/([^/#]+)#notes$/

/** True of a letter about a note whose reader has seen on their page meanwhile that there is one. */
export async function isNoteRead({ store }: Ctx, { kind, href, personId }: Mail) {
  const chapterId = kind === 'note_shared' ? NOTES.exec(href ?? '')?.[1] : undefined
  if (!chapterId) return false
  const unread = sql`select 1 from notifications told where told.person_id = ${personId}
    and told.kind = 'note.shared' and told.read_at is null and told.refs ->> 'mentorship' = ${chapterId} limit 1`
  return (await store.read.rows(unread)).length === 0
}
