import { sql } from 'drizzle-orm'
import { among, check, index, isDay, t, table, uniqueIndex } from '../columns.ts'
import { groups } from './groups.ts'
import { SIDES, UNITS } from './mentoring.ts'
import { people } from './people.ts'
import { schools } from './schools.ts'
import { mentorships } from './stints.ts'

const STATES = ['gathering', 'wishes', 'matching', 'published', 'closed'] as const
const BARS = ['assessor', 'line_manager', 'other'] as const

/** A group's or a school's mentoring, matched in one go by whoever leads it. */
export const programmes = table(
  'programmes',
  {
    id: t.key().primaryKey(),
    name: t.text().notNull(),
    groupId: t.key().references(() => groups.id),
    schoolId: t.key().references(() => schools.id),
    unit: t.oneOf([...UNITS]).notNull(),
    state: t
      .oneOf([...STATES])
      .notNull()
      .default('gathering'),
    /** The last day, included, on which wishes may be changed. */
    wishesUntil: t.day(),
    startsOn: t.day(),
    rules: t.json<Record<string, boolean | number>>().notNull(),
    weights: t.json<Record<string, number>>().notNull(),
    createdById: t
      .key()
      .notNull()
      .references(() => people.id),
    rev: t.int().notNull().default(0),
    createdAt: t.at().notNull(),
    publishedRunId: t.key(),
    publishedAt: t.at(),
    closedAt: t.at(),
  },
  (p) => [
    index('programmes_group').on(p.groupId),
    index('programmes_school').on(p.schoolId),
    index('programmes_created_by').on(p.createdById),
    among('programmes_state', p.state, STATES),
    among('programmes_unit', p.unit, UNITS),
    check('programmes_of_one', sql`(${p.groupId} is null) <> (${p.schoolId} is null)`),
    check('programmes_until_is_day', isDay(p.wishesUntil)),
    check('programmes_starts_is_day', isDay(p.startsOn)),
  ],
)

/** Somebody in a programme, on one side. Only who said yes is matched. */
export const programmePeople = table(
  'programme_people',
  {
    id: t.key().primaryKey(),
    programmeId: t
      .key()
      .notNull()
      .references(() => programmes.id),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    side: t.oneOf([...SIDES]).notNull(),
    places: t.int().notNull().default(1),
    subject: t.text(),
    department: t.text(),
    town: t.text(),
    addedById: t.key().references(() => people.id),
    createdAt: t.at().notNull(),
    joinedAt: t.at(),
    leftAt: t.at(),
  },
  (p) => [
    index('programme_people_programme').on(p.programmeId, p.side),
    index('programme_people_person').on(p.personId, p.programmeId),
    index('programme_people_added_by').on(p.addedById),
    among('programme_people_side', p.side, SIDES),
    check('programme_people_places', sql`${p.places} between 0 and 20`),
  ],
)

/** Whom somebody would like, in order; equal ranks are a tie. Their own business alone, and theirs to change until the window closes. */
export const programmeWishes = table(
  'programme_wishes',
  {
    id: t.key().primaryKey(),
    programmeId: t
      .key()
      .notNull()
      .references(() => programmes.id),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    otherId: t
      .key()
      .notNull()
      .references(() => people.id),
    rank: t.int().notNull(),
  },
  (w) => [
    index('programme_wishes_person').on(w.programmeId, w.personId, w.rank),
    index('programme_wishes_of').on(w.personId),
    index('programme_wishes_other').on(w.otherId),
    check('programme_wishes_rank', sql`${w.rank} between 1 and 20`),
  ],
)

/** Two people whom a lead rules out or holds together in every run, and why. */
export const programmeFixes = table(
  'programme_fixes',
  {
    id: t.key().primaryKey(),
    programmeId: t
      .key()
      .notNull()
      .references(() => programmes.id),
    menteeId: t
      .key()
      .notNull()
      .references(() => people.id),
    mentorId: t
      .key()
      .notNull()
      .references(() => people.id),
    does: t.oneOf(['bar', 'lock']).notNull(),
    why: t.oneOf([...BARS]),
    reason: t.text(),
    byId: t
      .key()
      .notNull()
      .references(() => people.id),
    createdAt: t.at().notNull(),
    liftedAt: t.at(),
  },
  (f) => [
    index('programme_fixes_programme').on(f.programmeId),
    index('programme_fixes_mentee').on(f.menteeId),
    index('programme_fixes_mentor').on(f.mentorId),
    index('programme_fixes_by').on(f.byId),
    among('programme_fixes_does', f.does, ['bar', 'lock']),
  ],
)

/** One run of the matching over the whole pool: with which rules, and what came of it in figures. */
export const programmeRuns = table(
  'programme_runs',
  {
    id: t.key().primaryKey(),
    programmeId: t
      .key()
      .notNull()
      .references(() => programmes.id),
    no: t.int().notNull(),
    rules: t.json<Record<string, boolean | number>>().notNull(),
    weights: t.json<Record<string, number>>().notNull(),
    figures: t.json<Record<string, number>>().notNull(),
    createdById: t
      .key()
      .notNull()
      .references(() => people.id),
    createdAt: t.at().notNull(),
  },
  (r) => [
    uniqueIndex('programme_runs_no').on(r.programmeId, r.no),
    index('programme_runs_created_by').on(r.createdById),
  ],
)

/** What a run made of one mentee: a mentor with the reasons, or none and why. */
export const programmePairs = table(
  'programme_pairs',
  {
    id: t.key().primaryKey(),
    runId: t
      .key()
      .notNull()
      .references(() => programmeRuns.id),
    menteeId: t
      .key()
      .notNull()
      .references(() => people.id),
    mentorId: t.key().references(() => people.id),
    /** Which of the mentee's wishes it is, from 1; null when they wished for none or not for this one. */
    choice: t.int(),
    reasons: t.json<string[]>().notNull(),
    isLocked: t.bool().notNull().default(false),
    /** Why a lead put these two together against the run. */
    override: t.text(),
    overriddenById: t.key().references(() => people.id),
    mentorshipId: t.key().references(() => mentorships.id),
  },
  (p) => [
    uniqueIndex('programme_pairs_mentee').on(p.runId, p.menteeId),
    index('programme_pairs_of_mentee').on(p.menteeId),
    index('programme_pairs_mentor').on(p.mentorId),
    index('programme_pairs_overridden_by').on(p.overriddenById),
    index('programme_pairs_mentorship').on(p.mentorshipId),
  ],
)
