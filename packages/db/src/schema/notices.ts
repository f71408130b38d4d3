import { sql } from 'drizzle-orm'
import { among, check, index, primaryKey, t, table } from '../columns.ts'
import { people } from './people.ts'

const PACES = ['now', 'daily', 'weekly', 'off'] as const

/** How soon somebody wants letters of one kind; a missing row means that kind's default. */
export const noticeChoices = table(
  'notice_choices',
  {
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    kind: t.key().notNull(),
    pace: t.oneOf([...PACES]).notNull(),
  },
  (c) => [primaryKey({ columns: [c.personId, c.kind] }), among('notice_choices_pace', c.pace, PACES)],
)

/** When somebody is not to be written to. Minutes are from midnight, London time; day 1 is Monday. */
export const quietHours = table(
  'quiet_hours',
  {
    personId: t
      .key()
      .primaryKey()
      .references(() => people.id),
    isOn: t.bool().notNull().default(true),
    startMinute: t.int().notNull().default(1080),
    endMinute: t.int().notNull().default(420),
    weekends: t.bool().notNull().default(true),
    holidays: t.bool().notNull().default(true),
    digestMinute: t.int().notNull().default(450),
    digestDay: t.int().notNull().default(1),
  },
  (q) => [
    check(
      'quiet_hours_minutes',
      sql`${q.startMinute} between 0 and 1439 and ${q.endMinute} between 0 and 1439`,
    ),
    check('quiet_hours_digest', sql`${q.digestMinute} between 0 and 1439 and ${q.digestDay} between 1 and 7`),
  ],
)

/** A button in a letter that does one thing for one person, once. Only the SHA-256 of the link is kept. */
export const letterLinks = table(
  'letter_links',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    act: t.text().notNull(),
    input: t.json<Record<string, string>>().notNull(),
    createdAt: t.at().notNull(),
    expiresAt: t.at().notNull(),
    usedAt: t.at(),
  },
  (l) => [index('letter_links_person').on(l.personId), index('letter_links_expires').on(l.expiresAt)],
)

/** A private calendar address. Its secret part is made from the row's id, so that it can be shown again and taken back. */
export const calendarFeeds = table(
  'calendar_feeds',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    createdAt: t.at().notNull(),
    revokedAt: t.at(),
  },
  (f) => [index('calendar_feeds_person').on(f.personId)],
)
