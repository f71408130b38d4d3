import { eq, spaceNotes } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { pairOf } from '@wirearchy/domain/mentoring'
import type { NoteRef } from './input.ts'
import { ownNote } from './notes.ts'

/**
 * Takes a note of one's own away, also after the end: its words are gone for good. Where both could read it, that
 * there was one stays.
 */
export const removeNote = (
  ctx: MemberCtx,
  { mentorshipId, noteId }: NoteRef,
): Promise<{ removedAt: number }> =>
  ctx.store.tx(async (tx) => {
    const pair = await pairOf(tx, ctx, mentorshipId)
    const held = await ownNote(tx, pair, noteId)
    const gone = { text: '', rev: held.rev + 1, removedAt: ctx.now }
    await tx.update(spaceNotes).set(gone).where(eq(spaceNotes.id, noteId))
    const refs = { mentorship: held.mentorshipId, note: noteId }
    await record(tx, ctx, { type: 'note.removed', personId: pair.menteeId, refs })
    return { removedAt: ctx.now }
  })
