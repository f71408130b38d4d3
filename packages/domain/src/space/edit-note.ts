import { and, eq, spaceNotes } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import type { EditNote } from './input.ts'
import { ownNote } from './notes.ts'
import { note, writing } from './write.ts'

/**
 * Changes a note of one's own.
 * @throws Problem not_found for anybody else's · conflict when it was changed in another window: nothing is overwritten
 */
export const editNote = (
  ctx: MemberCtx,
  { mentorshipId, noteId, text, rev }: EditNote,
): Promise<{ rev: number }> =>
  ctx.store.tx(async (tx) => {
    const at = await writing(tx, ctx, mentorshipId)
    const held = await ownNote(tx, at.pair, noteId)
    if (held.text === text) return { rev: held.rev }
    const [saved] = await tx
      .update(spaceNotes)
      .set({ text, rev: rev + 1, editedAt: ctx.now })
      .where(and(eq(spaceNotes.id, noteId), eq(spaceNotes.rev, rev)))
      .returning({ rev: spaceNotes.rev })
    if (!saved)
      throw new Problem(
        'conflict',
        'You changed this note in another window meanwhile. Both are below: what you typed is still in the form.',
        { field: 'text' },
      )
    await note(tx, ctx, at, 'note.edited', { note: noteId })
    return saved
  })
