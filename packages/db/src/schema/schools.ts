import { sql } from 'drizzle-orm'
import { among, check, index, isDay, primaryKey, spanCheck, t, table, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'

export const SCHOOL_KINDS = ['school', 'pending', 'unknown', 'outside_uk', 'not_in_school'] as const
export const SCHOOL_STATUSES = ['open', 'closed', 'proposed_to_close', 'proposed_to_open', 'unknown'] as const

/** Our lasting identity of a school, whatever its URNs; also "school unknown" and "outside the UK". */
export const schools = table(
  'schools',
  {
    id: t.key().primaryKey(),
    no: t.int().notNull(),
    kind: t
      .oneOf([...SCHOOL_KINDS])
      .notNull()
      .default('school'),
    name: t.text().notNull(),
    status: t
      .oneOf([...SCHOOL_STATUSES])
      .notNull()
      .default('open'),
    nation: t.text(),
    phase: t.text(),
    type: t.text(),
    town: t.text(),
    county: t.text(),
    postcode: t.text(),
    laName: t.text(),
    region: t.text(),
    openedOn: t.day(),
    closedOn: t.day(),
    proposedById: t.key().references(() => people.id),
    createdAt: t.at().notNull(),
  },
  (s) => [
    uniqueIndex('schools_no').on(s.no),
    index('schools_proposed_by').on(s.proposedById),
    among('schools_kind', s.kind, SCHOOL_KINDS),
    among('schools_status', s.status, SCHOOL_STATUSES),
    check('schools_opened_is_day', isDay(s.openedOn)),
    check('schools_closed_is_day', isDay(s.closedOn)),
  ],
)

/**
 * Folded words of a school's names, town, postcode and refs. The lighter a word (`weight`: open before closed,
 * name before place), the earlier a scan of that word meets the school.
 */
export const schoolWords = table(
  'school_words',
  {
    word: t.key().notNull(),
    schoolId: t
      .key()
      .notNull()
      .references(() => schools.id),
    weight: t.int().notNull(),
  },
  (w) => [
    primaryKey({ columns: [w.word, w.weight, w.schoolId] }),
    index('school_words_school').on(w.schoolId),
  ],
)

/** A person who may act for a school. Only a grant makes a lead, live while their own stint there is. */
export const schoolLeads = table(
  'school_leads',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    schoolId: t
      .key()
      .notNull()
      .references(() => schools.id),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    grantedBy: t.text().notNull(),
  },
  (l) => [
    index('school_leads_person').on(l.personId, l.schoolId),
    index('school_leads_school').on(l.schoolId),
    uniqueIndex('school_leads_one_open').on(l.personId, l.schoolId).where(sql`finished_on is null`),
    ...spanCheck('school_leads', l.startedOn, l.finishedOn),
  ],
)
