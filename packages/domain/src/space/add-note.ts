import { spaceNotes, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import { addressOf } from '@wirearchy/domain/account'
import { post } from '@wirearchy/domain/job'
import { noteLetter } from './emails.ts'
import type { AddNote } from './input.ts'
import { nameOf } from './name-of.ts'
import { hint, note, type Writing, writing } from './write.ts'

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
    if (!isPrivate) await tellOther(tx, ctx, at)
    return { noteId: id }
  })

/** On their page, and by a letter that says that there is a note; it usually comes with others, once a day. */
async function tellOther(tx: Tx, ctx: MemberCtx, at: Writing) {
  await hint(tx, ctx, at, 'note.shared')
  const { otherId: personId } = at.pair
  const to = await addressOf(tx, ctx, personId)
  const letter = noteLetter(ctx, await nameOf(tx, ctx.viewer), `/mentoring/${at.chapter.id}#notes`)
  if (to) await post(tx, ctx, { ...letter, to, personId, aboutPersonId: ctx.viewer })
}
