import { sql } from 'drizzle-orm'
import { check, index, primaryKey, spanCheck, t, table, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'

/** One person asking another to say that they know each other. A decline is silent. */
export const connectionRequests = table(
  'connection_requests',
  {
    id: t.key().primaryKey(),
    fromId: t
      .key()
      .notNull()
      .references(() => people.id),
    toId: t
      .key()
      .notNull()
      .references(() => people.id),
    sentence: t.text().notNull(),
    state: t.oneOf(['open', 'accepted', 'declined', 'withdrawn']).notNull().default('open'),
    createdAt: t.at().notNull(),
    answeredAt: t.at(),
  },
  (r) => [
    index('connection_requests_to').on(r.toId, r.state),
    uniqueIndex('connection_requests_one_open').on(r.fromId, r.toId).where(sql`state = 'open'`),
    check('connection_requests_two_people', sql`${r.fromId} <> ${r.toId}`),
  ],
)

/** An explicit tie that both people confirmed, one row a period. `person_lo` is the smaller id. */
export const connections = table(
  'connections',
  {
    id: t.key().primaryKey(),
    no: t.int().notNull(),
    personLo: t
      .key()
      .notNull()
      .references(() => people.id),
    personHi: t
      .key()
      .notNull()
      .references(() => people.id),
    requestId: t.key().references(() => connectionRequests.id),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    endedById: t.key().references(() => people.id),
    voidedAt: t.at(),
    createdAt: t.at().notNull(),
  },
  (c) => [
    uniqueIndex('connections_no').on(c.no),
    index('connections_lo').on(c.personLo, c.personHi),
    index('connections_hi').on(c.personHi, c.personLo),
    index('connections_request').on(c.requestId),
    index('connections_ended_by').on(c.endedById),
    uniqueIndex('connections_one_open')
      .on(c.personLo, c.personHi)
      .where(sql`finished_on is null and voided_at is null`),
    check('connections_ordered', sql`${c.personLo} < ${c.personHi}`),
    ...spanCheck('connections', c.startedOn, c.finishedOn),
  ],
)

/** How one person keeps another on their own page. It changes no fact and the other never sees it. */
export const tiePreferences = table(
  'tie_preferences',
  {
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    otherId: t
      .key()
      .notNull()
      .references(() => people.id),
    pinned: t.bool().notNull().default(false),
    muted: t.bool().notNull().default(false),
    hidden: t.bool().notNull().default(false),
  },
  (p) => [
    primaryKey({ columns: [p.personId, p.otherId] }),
    index('tie_preferences_other').on(p.otherId),
    check('tie_preferences_two_people', sql`${p.personId} <> ${p.otherId}`),
  ],
)

/** One person keeping another out, both ways and everywhere, until lifted. */
export const blocks = table(
  'blocks',
  {
    id: t.key().primaryKey(),
    blockerId: t
      .key()
      .notNull()
      .references(() => people.id),
    blockedId: t
      .key()
      .notNull()
      .references(() => people.id),
    createdAt: t.at().notNull(),
    liftedAt: t.at(),
  },
  (b) => [
    index('blocks_blocker').on(b.blockerId, b.blockedId),
    index('blocks_blocked').on(b.blockedId, b.blockerId),
    uniqueIndex('blocks_one_open').on(b.blockerId, b.blockedId).where(sql`lifted_at is null`),
    check('blocks_two_people', sql`${b.blockerId} <> ${b.blockedId}`),
  ],
)
