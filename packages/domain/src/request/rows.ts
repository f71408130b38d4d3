import { and, asc, eq, inArray, mentoringAsks, mentoringRequests, type Reader } from '@wirearchy/db'

export type RequestRow = typeof mentoringRequests.$inferSelect
export type AskRow = typeof mentoringAsks.$inferSelect
type Read = Pick<Reader, 'select' | 'rows'>

/** Ranks from here on are mentors who came by themselves, from the open list. */
export const FROM_THE_LIST = 100

/** An ask whose clock runs: with the mentor, or, after their question, with the asker. */
export const isHeld = ({ state }: Pick<AskRow, 'state'>) => state === 'asked' || state === 'question'

export async function requestRow(read: Read, requestId: string): Promise<RequestRow | null> {
  const [row] = await read.select().from(mentoringRequests).where(eq(mentoringRequests.id, requestId))
  return row ?? null
}

/** Everybody's turn in a request, first choice first. */
export const asksOf = (read: Read, requestId: string): Promise<AskRow[]> =>
  read
    .select()
    .from(mentoringAsks)
    .where(eq(mentoringAsks.requestId, requestId))
    .orderBy(asc(mentoringAsks.rank), asc(mentoringAsks.id))

/** Whose turn it is; null on the open list and when the request is over. */
export async function holderOf(read: Read, requestId: string): Promise<AskRow | null> {
  const [held] = await read
    .select()
    .from(mentoringAsks)
    .where(and(eq(mentoringAsks.requestId, requestId), inArray(mentoringAsks.state, ['asked', 'question'])))
  return held ?? null
}

/** One mentor's turn; null when they have none. */
export async function askOf(read: Read, requestId: string, mentorId: string): Promise<AskRow | null> {
  const [row] = await read
    .select()
    .from(mentoringAsks)
    .where(and(eq(mentoringAsks.requestId, requestId), eq(mentoringAsks.mentorId, mentorId)))
  return row ?? null
}
