import { jobs, mails, notifications, type Tx } from '@wirearchy/db'
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
export async function post(tx: Tx, ctx: Ctx, letter: Letter) {
  const id = newId(ctx.now)
  const { to, kind, subject, text, line = null, href = null, calendar = null } = letter
  const about = { personId: letter.personId ?? null, aboutPersonId: letter.aboutPersonId ?? null }
  const values = { id, to, kind, subject, text, line, href, calendar, ...about, createdAt: ctx.now }
  await tx.insert(mails).values(values)
  const payload = { mailId: id, ...(letter.aboutPersonId ? { aboutPersonId: letter.aboutPersonId } : {}) }
  await enqueue(tx, ctx, { kind: 'mail', key: `mail:${id}`, payload, runAt: letter.runAt ?? ctx.now })
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

/** Writes who should know, in the verb's own transaction. */
export async function notify(tx: Tx, ctx: Ctx, notices: Notice[]) {
  if (notices.length === 0) return
  await tx.insert(notifications).values(
    notices.map(({ personId, kind, aboutPersonId, refs, showFrom }) => ({
      id: newId(ctx.now),
      personId,
      kind,
      aboutPersonId: aboutPersonId ?? null,
      refs: refs ?? {},
      showFrom: showFrom ?? ctx.now,
      createdAt: ctx.now,
    })),
  )
}
