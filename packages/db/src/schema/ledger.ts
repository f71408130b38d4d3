import { sql } from 'drizzle-orm'
import { check, index, isDay, primaryKey, t, table, uniqueIndex } from '../columns.ts'

/** Numbers given one at a time under this row's lock: ledger sequence, and the index's `no` of people, schools … */
export const counters = table('counters', { name: t.key().primaryKey(), value: t.int().notNull() })

/** The append-only record of every act, in commit order. Redaction alone may null a payload. */
export const ledger = table(
  'ledger',
  {
    seq: t.int().primaryKey(),
    id: t.key().notNull(),
    type: t.text().notNull(),
    happenedOn: t.day().notNull(),
    recordedAt: t.at().notNull(),
    actorId: t.key(),
    actorKind: t.oneOf(['person', 'school', 'import', 'system', 'operator']).notNull(),
    personId: t.key(),
    schoolId: t.key(),
    refs: t.json<Record<string, string>>().notNull(),
    before: t.json<Record<string, unknown>>(),
    after: t.json<Record<string, unknown>>(),
    correlationId: t.key(),
  },
  (l) => [
    uniqueIndex('ledger_id').on(l.id),
    index('ledger_person').on(l.personId, l.seq),
    index('ledger_school').on(l.schoolId, l.seq),
    check('ledger_is_day', isDay(l.happenedOn)),
  ],
)

/**
 * The ledger's seal: each hash covers the one before it, the entry's own facts and a salted digest of its payload,
 * so that a redacted payload breaks nothing and a changed entry breaks every hash after it.
 */
export const ledgerChain = table('ledger_chain', {
  seq: t.int().primaryKey(),
  salt: t.text(),
  payloadDigest: t.text().notNull(),
  hash: t.text().notNull(),
})

/** The hash of each row of history as the product last wrote it: a row that differs was changed by something else. */
export const rowHashes = table(
  'row_hashes',
  { tableName: t.key().notNull(), rowId: t.key().notNull(), hash: t.text().notNull() },
  (h) => [primaryKey({ columns: [h.tableName, h.rowId] })],
)

/** That some row's payload was redacted, by whom and why, written with the redaction. */
export const erasures = table('erasures', {
  id: t.key().primaryKey(),
  tableName: t.text().notNull(),
  rowId: t.key().notNull(),
  byId: t.key(),
  reason: t.text().notNull(),
  createdAt: t.at().notNull(),
})

/** Who should know. Visibility is checked again whenever it is shown or sent. */
export const notifications = table(
  'notifications',
  {
    id: t.key().primaryKey(),
    personId: t.key().notNull(),
    kind: t.text().notNull(),
    aboutPersonId: t.key(),
    refs: t.json<Record<string, string>>().notNull(),
    showFrom: t.at().notNull(),
    createdAt: t.at().notNull(),
    readAt: t.at(),
  },
  (n) => [index('notifications_person').on(n.personId, n.showFrom)],
)

/** What to do later: claimed with a lease, finished only by the try that holds it. */
export const jobs = table(
  'jobs',
  {
    id: t.key().primaryKey(),
    kind: t.text().notNull(),
    key: t.key(),
    payload: t.json<Record<string, unknown>>().notNull(),
    runAt: t.at().notNull(),
    tries: t.int().notNull().default(0),
    leasedUntil: t.at(),
    finishedAt: t.at(),
    parkedAt: t.at(),
    lastError: t.text(),
    createdAt: t.at().notNull(),
  },
  (j) => [
    index('jobs_due').on(j.runAt).where(sql`finished_at is null and parked_at is null`),
    uniqueIndex('jobs_key').on(j.key).where(sql`key is not null`),
  ],
)

/** A letter: written with the act it tells of, sent by a job, kept until it has gone. */
export const mails = table(
  'mails',
  {
    id: t.key().primaryKey(),
    to: t.key().notNull(),
    kind: t.text().notNull(),
    personId: t.key(),
    subject: t.text().notNull(),
    text: t.text().notNull(),
    /** The letter in one line and the page where the rest is, for the digest that may bundle it. */
    line: t.text(),
    href: t.text(),
    /** A calendar file that goes with it (iCalendar text). */
    calendar: t.text(),
    /** The person it tells of: checked against the reader's sight whenever it is sent or bundled. */
    aboutPersonId: t.key(),
    /** Waits to be bundled; then the digest it went with. */
    heldAt: t.at(),
    bundledIn: t.key(),
    createdAt: t.at().notNull(),
    sentAt: t.at(),
    droppedAt: t.at(),
  },
  (m) => [
    index('mails_created').on(m.createdAt),
    index('mails_person').on(m.personId),
    index('mails_about').on(m.aboutPersonId),
    index('mails_held').on(m.personId, m.heldAt).where(sql`held_at is not null and bundled_in is null`),
    index('mails_bundled').on(m.bundledIn).where(sql`bundled_in is not null`),
  ],
)

/** Small facts about this installation, such as the demo's clock. */
export const settings = table('settings', { name: t.key().primaryKey(), value: t.text().notNull() })
