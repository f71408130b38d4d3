import { sql } from 'drizzle-orm'
import { among, check, index, t, table, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'

const STATES = ['asked', 'applied', 'declined', 'withdrawn', 'undone'] as const

/** Two records of one human being made one, and perhaps parted again. The loser's id leads to the winner for good. */
export const personMerges = table(
  'person_merges',
  {
    id: t.key().primaryKey(),
    loserId: t
      .key()
      .notNull()
      .references(() => people.id),
    winnerId: t
      .key()
      .notNull()
      .references(() => people.id),
    state: t.oneOf(['asked', 'applied', 'declined', 'withdrawn', 'undone']).notNull(),
    askedById: t.key().references(() => people.id),
    askedAs: t.oneOf(['self', 'group_lead', 'operator']).notNull(),
    reason: t.text(),
    askedAt: t.at().notNull(),
    loserAgreedAt: t.at(),
    winnerAgreedAt: t.at(),
    appliedAt: t.at(),
    closedAt: t.at(),
    closedById: t.key().references(() => people.id),
  },
  (m) => [
    index('person_merges_loser').on(m.loserId),
    index('person_merges_winner').on(m.winnerId),
    index('person_merges_asked_by').on(m.askedById),
    index('person_merges_closed_by').on(m.closedById),
    uniqueIndex('person_merges_one_open').on(m.loserId, m.winnerId).where(sql`state = 'asked'`),
    uniqueIndex('person_merges_one_applied').on(m.loserId).where(sql`state = 'applied'`),
    among('person_merges_state', m.state, STATES),
    among('person_merges_as', m.askedAs, ['self', 'group_lead', 'operator']),
    check('person_merges_two_records', sql`${m.loserId} <> ${m.winnerId}`),
  ],
)

/** One column of one row that a merge changed: what it said before and after, as JSON, in the order of the changes. */
export const personMergeItems = table(
  'person_merge_items',
  {
    id: t.key().primaryKey(),
    mergeId: t
      .key()
      .notNull()
      .references(() => personMerges.id),
    place: t.int().notNull(),
    tableName: t.text().notNull(),
    rowId: t.key().notNull(),
    columnName: t.text().notNull(),
    oldValue: t.text(),
    newValue: t.text(),
  },
  (i) => [
    uniqueIndex('person_merge_items_place').on(i.mergeId, i.place),
    index('person_merge_items_row').on(i.tableName, i.rowId, i.columnName),
  ],
)
