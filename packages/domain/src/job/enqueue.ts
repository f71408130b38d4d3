import { insertMany, jobs, mails, notifications, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { newId } from '../id.ts'

export interface Job {
  kind: string
  payload?: Record<string, unknown>
  /** UTC milliseconds; now when not said. */
  runAt?: number
  /** A job with a key that already exists is not written twice. */
  key?: string
}

/** Writes down something to do later, in the verb's own transaction. */
export async function enqueue(tx: Tx, ctx: Ctx, job: Job) {
  await tx
    .insert(jobs)
    .values({
      id: newId(ctx.now),
      kind: job.kind,
      key: job.key ?? null,
      payload: job.payload ?? {},
      runAt: job.runAt ?? ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
}

export interface Letter {
  to: string
  /** Which letter of the catalogue: 'sign_in_code', 'moved' … */
  kind: string
  subject: string
  text: string
  /** The letter in one line and the page (a path) where the rest is, for a digest that may bundle it. */
  line?: string
  href?: string
  /** A calendar file that goes with it (iCalendar text). */
  calendar?: string
  /** The person it is written to, so that a block or a hiding can still stop it; null when unknown to us. */
  personId?: string | null
  /** The person it tells of: checked against the reader's sight again when it goes. */
  aboutPersonId?: string
  runAt?: number
}

/** Writes a letter and the job that will send it, in the verb's own transaction. */
export const post = (tx: Tx, ctx: Ctx, letter: Letter) => postAll(tx, ctx, [letter])

/** The same for many letters at once, however many. */
export async function postAll(tx: Tx, ctx: Ctx, letters: Letter[]) {
  const written = letters.map((letter) => ({ ...letter, id: newId(ctx.now) }))
  await insertMany(
    tx,
    mails,
    written.map(({ id, to, kind, subject, text, line = null, href = null, calendar = null, ...about }) => ({
      ...{ id, to, kind, subject, text, line, href, calendar, createdAt: ctx.now },
      ...{ personId: about.personId ?? null, aboutPersonId: about.aboutPersonId ?? null },
    })),
  )
  await insertMany(
    tx,
    jobs,
    written.map(({ id, aboutPersonId, runAt = ctx.now }) => ({
      ...{ id: newId(ctx.now), kind: 'mail', key: `mail:${id}`, runAt, createdAt: ctx.now },
      payload: { mailId: id, ...(aboutPersonId ? { aboutPersonId } : {}) },
    })),
  )
}

export interface Notice {
  personId: string
  kind: string
  /** Whom it tells of: it shows only while the reader may see them. */
  aboutPersonId?: string
  refs?: Record<string, string>
  /** UTC milliseconds; now when not said. */
  showFrom?: number
}

/** Writes who should know, however many, in the verb's own transaction. */
export const notify = (tx: Tx, ctx: Ctx, notices: Notice[]) =>
  insertMany(
    tx,
    notifications,
    notices.map(({ personId, kind, aboutPersonId = null, refs = {}, showFrom = ctx.now }) => ({
      ...{ id: newId(ctx.now), personId, kind, aboutPersonId, refs, showFrom, createdAt: ctx.now },
    })),
  )
