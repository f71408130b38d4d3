import { and, count, desc, inArray, isNotNull, isNull, jobs, mails, ne, or, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { momentWords } from '@wirearchy/domain/calendar'
import { onlyInDemo } from './demo.ts'
import type { OutboxPage } from './input.ts'

const A_PAGE = 25

/** Every letter written so far, newest first: in the demo they go nowhere else. What waits says until when. */
export async function outbox(ctx: Ctx, { page = 1 }: OutboxPage) {
  onlyInDemo(ctx)
  const { read } = ctx.store
  const [total] = await read.select({ n: count() }).from(mails).where(written)
  const rows = await read
    .select()
    .from(mails)
    .where(written)
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(A_PAGE)
    .offset((page - 1) * A_PAGE)
  const times = await lookedAtAgain(ctx, rows)
  const letters = rows.map((row) => ({ ...row, stage: stageOf(row, times) }))
  return { letters, page, pages: Math.max(1, Math.ceil((total?.n ?? 0) / A_PAGE)), total: total?.n ?? 0 }
}

/** A bundle has no words until it is sent. */
const written = or(ne(mails.kind, 'digest'), isNotNull(mails.sentAt))

type Row = typeof mails.$inferSelect

/** What became of a letter, in words. */
function stageOf({ id, personId, kind, ...row }: Row, times: Map<string, number>) {
  if (row.droppedAt !== null) return 'Not sent: its reader turned these off, or may not see whom it tells of.'
  if (row.bundledIn !== null) return 'Sent as a line of a bundle.'
  if (row.sentAt !== null) return kind === 'digest' ? 'A bundle, sent.' : 'Sent.'
  if (row.heldAt !== null)
    return until('Waits to go in a bundle with others', times.get(`person ${personId ?? ''}`))
  return until('Waits', times.get(`mail ${id}`))
}

const until = (words: string, at: number | undefined) =>
  at === undefined ? `${words}.` : `${words}, until ${momentWords(at)}.`

/** When each letter that waits is taken up again. */
async function lookedAtAgain({ store }: Ctx, rows: Row[]) {
  const mailId = sql<string>`${jobs.payload} ->> 'mailId'`
  const personId = sql<string>`${jobs.payload} ->> 'personId'`
  const people = rows.flatMap((row) => row.personId ?? [])
  const ids = rows.map(({ id }) => id)
  const ahead = await store.read
    .select({ kind: jobs.kind, mailId, personId, runAt: jobs.runAt })
    .from(jobs)
    .where(
      and(
        isNull(jobs.finishedAt),
        or(
          and(inArray(jobs.kind, ['mail']), inArray(mailId, ids)),
          and(inArray(jobs.kind, ['digest']), inArray(personId, people)),
        ),
      ),
    )
    .orderBy(desc(jobs.runAt))
  return new Map(
    ahead.map((job) => [job.kind === 'mail' ? `mail ${job.mailId}` : `person ${job.personId}`, job.runAt]),
  )
}
