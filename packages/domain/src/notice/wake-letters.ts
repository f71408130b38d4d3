import { sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { enqueue } from '@wirearchy/domain/job'

/** Longer than a mail server is away; an address that refuses everything is left alone then. */
const MOST_DAYS = 5

interface Left {
  mailId: string
  /** Whom it tells of, where its job alone knows. */
  aboutPersonId: string | null
}

/**
 * Once a day: a letter, or a bundle, that the post would not take that day however often it was tried is tried again,
 * for some days. Whether it may go is settled when it goes, as ever.
 */
export async function wakeLetters(ctx: Ctx) {
  for (const { mailId, aboutPersonId } of await leftBehind(ctx)) {
    const payload = { mailId, ...(aboutPersonId ? { aboutPersonId } : {}) }
    const job = { kind: 'mail', key: `mail:${mailId}:again:${ctx.today}`, payload }
    await ctx.store.tx((tx) => enqueue(tx, ctx, job))
  }
}

/** Letters that wait for nothing and have not gone: every job of theirs was given up. */
const leftBehind = ({ store }: Ctx) =>
  store.read.rows<Left>(sql`
    select letter.id as "mailId", max(job.payload ->> 'aboutPersonId') as "aboutPersonId"
    from jobs job join mails letter on letter.id = job.payload ->> 'mailId'
    where job.kind = 'mail' and job.finished_at is null
      and letter.sent_at is null and letter.dropped_at is null and letter.held_at is null
    group by letter.id having count(*) = count(job.parked_at) and count(*) <= ${MOST_DAYS}`)
