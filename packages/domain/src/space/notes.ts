import { and, desc, eq, inArray, isNull, or, type Reader, type SQL, spaceNotes } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { type Pair, pairOf, type Side } from '@wirearchy/domain/mentoring'
import type { NoteRef, Notes } from './input.ts'

type NoteRow = typeof spaceNotes.$inferSelect

/** A note as somebody reads it who may: a shared one, or their own. */
export interface NoteSeen {
  id: string
  by: Side
  isMine: boolean
  /** "Only you": in nobody's answer but its author's. */
  isPrivate: boolean
  /** Null once its author took it away. */
  text: string | null
  rev: number
  createdAt: number
  editedAt: number | null
}

const A_PAGE = 20

/** The one rule: shared notes, and one's own that are private and not taken away. It stands in every read of notes. */
const readable = ({ side, chapterIds }: Pair): SQL | undefined =>
  and(
    inArray(spaceNotes.mentorshipId, chapterIds),
    or(
      eq(spaceNotes.isPrivate, false),
      and(eq(spaceNotes.isPrivate, true), eq(spaceNotes.by, side), isNull(spaceNotes.removedAt)),
    ),
  )

const seenBy =
  ({ side }: Pair) =>
  ({ id, by, isPrivate, text, rev, createdAt, editedAt, removedAt }: NoteRow): NoteSeen => ({
    ...{ id, by, isMine: by === side, isPrivate, rev, createdAt, editedAt },
    text: removedAt === null ? text : null,
  })

/** The latest notes that one of a pair may read. */
export async function latestNotes(read: Pick<Reader, 'select'>, pair: Pair, limit: number, skip = 0) {
  const rows = await read
    .select()
    .from(spaceNotes)
    .where(readable(pair))
    .orderBy(desc(spaceNotes.createdAt), desc(spaceNotes.id))
    .limit(limit)
    .offset(skip)
  return rows.map(seenBy(pair))
}

/** All notes of a pair that the viewer may read, a page at a time, newest first. */
export async function notes(ctx: MemberCtx, { mentorshipId, page }: Notes) {
  const { read } = ctx.store
  const pair = await pairOf(read, ctx, mentorshipId)
  const total = await read.$count(spaceNotes, readable(pair))
  const pages = Math.max(1, Math.ceil(total / A_PAGE))
  return { page, pages, notes: await latestNotes(read, pair, A_PAGE, (page - 1) * A_PAGE) }
}

/**
 * One note of one's own, to change it.
 * @throws Problem not_found for the other's, and once it was taken away
 */
export async function myNote(ctx: MemberCtx, { mentorshipId, noteId }: NoteRef) {
  const pair = await pairOf(ctx.store.read, ctx, mentorshipId)
  const { id, text, isPrivate, rev } = await ownNote(ctx.store.read, pair, noteId)
  return { id, text, isPrivate, rev }
}

/** The row behind it, for the verbs that change it. */
export async function ownNote(read: Pick<Reader, 'select'>, pair: Pair, noteId: string): Promise<NoteRow> {
  const [row] = await read
    .select()
    .from(spaceNotes)
    .where(and(eq(spaceNotes.id, noteId), readable(pair)))
  if (!row || row.by !== pair.side || row.removedAt !== null) throw Problem.notFound()
  return row
}
