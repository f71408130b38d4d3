import { spaceNotes } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import type { AddNote } from './input.ts'
import { hint, note, writing } from './write.ts'

/** One of a pair writes a note, for both or for themselves alone. Of a private one the other never hears. */
export const addNote = (
  ctx: MemberCtx,
  { mentorshipId, text, audience }: AddNote,
): Promise<{ noteId: string }> =>
  ctx.store.tx(async (tx) => {
    const at = await writing(tx, ctx, mentorshipId)
    const isPrivate = audience === 'only_me'
    const id = newId(ctx.now)
    const row = { id, mentorshipId: at.chapter.id, by: at.pair.side, isPrivate, text, createdAt: ctx.now }
    await tx.insert(spaceNotes).values(row)
    await note(tx, ctx, at, 'note.written', { note: id })
    if (!isPrivate) await hint(tx, ctx, at, 'note.shared')
    return { noteId: id }
  })
