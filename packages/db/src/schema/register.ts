import { sql } from 'drizzle-orm'
import { among, check, index, isDay, primaryKey, spanCheck, t, table, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'
import { SCHOOL_STATUSES, schools } from './schools.ts'

const SCHEMES = ['gias', 'seed', 'ni', 'own'] as const

/** One row of an official register, as last told. Absent from a file, it simply stops being seen. */
export const establishments = table(
  'establishments',
  {
    scheme: t.oneOf([...SCHEMES]).notNull(),
    ref: t.key().notNull(),
    name: t.text().notNull(),
    status: t.oneOf([...SCHOOL_STATUSES]).notNull(),
    statusTold: t.text().notNull(),
    type: t.text(),
    typeGroup: t.text(),
    phase: t.text(),
    laCode: t.text(),
    laName: t.text(),
    estabNo: t.text(),
    openedOn: t.day(),
    closedOn: t.day(),
    reasonOpened: t.text(),
    reasonClosed: t.text(),
    street: t.text(),
    locality: t.text(),
    address3: t.text(),
    town: t.text(),
    county: t.text(),
    postcode: t.text(),
    website: t.text(),
    trustCode: t.text(),
    trustName: t.text(),
    region: t.text(),
    district: t.text(),
    ukprn: t.text(),
    lowAge: t.int(),
    highAge: t.int(),
    gender: t.text(),
    capacity: t.int(),
    easting: t.int(),
    northing: t.int(),
    country: t.text(),
    section41: t.text(),
    previousLaCode: t.text(),
    previousEstabNo: t.text(),
    lastChangedOn: t.day(),
    rowHash: t.text().notNull(),
    firstSeenImport: t.key().notNull(),
    lastSeenImport: t.key().notNull(),
  },
  (e) => [
    primaryKey({ columns: [e.scheme, e.ref] }),
    index('establishments_last_seen').on(e.lastSeenImport),
    check('establishments_opened_is_day', isDay(e.openedOn)),
    check('establishments_closed_is_day', isDay(e.closedOn)),
    check('establishments_changed_is_day', isDay(e.lastChangedOn)),
  ],
)

/** Which register rows a school has been, and when. A URN is one school's for good. */
export const schoolEstablishments = table(
  'school_establishments',
  {
    schoolId: t
      .key()
      .notNull()
      .references(() => schools.id),
    scheme: t.oneOf([...SCHEMES]).notNull(),
    ref: t.key().notNull(),
    fromOn: t.day(),
    untilOn: t.day(),
  },
  (e) => [
    primaryKey({ columns: [e.scheme, e.ref] }),
    index('school_establishments_school').on(e.schoolId),
    check('school_establishments_from_is_day', isDay(e.fromOn)),
    check('school_establishments_until_is_day', isDay(e.untilOn)),
  ],
)

/** A successor or predecessor as the register told it, cycles included. */
export const establishmentLinks = table(
  'establishment_links',
  {
    fromRef: t.key().notNull(),
    toRef: t.key().notNull(),
    linkType: t.key().notNull(),
    establishedOn: t.day(),
    firstSeenImport: t.key().notNull(),
    lastSeenImport: t.key().notNull(),
    removedAt: t.at(),
  },
  (l) => [
    primaryKey({ columns: [l.fromRef, l.toRef, l.linkType] }),
    index('establishment_links_to').on(l.toRef),
    check('establishment_links_is_day', isDay(l.establishedOn)),
  ],
)

/** Something that happened to a school itself: replaced, merged, split, closed, reopened or renamed. */
export const schoolChanges = table(
  'school_changes',
  {
    id: t.key().primaryKey(),
    kind: t.oneOf(['replaced', 'merged', 'split', 'closed', 'reopened', 'renamed']).notNull(),
    fromSchoolId: t
      .key()
      .notNull()
      .references(() => schools.id),
    toSchoolId: t.key().references(() => schools.id),
    effectiveOn: t.day().notNull(),
    state: t.oneOf(['proposed', 'applied', 'needs_review', 'rejected', 'undone']).notNull(),
    cause: t.text().notNull(),
    /** Why it waits for somebody, or what they decided, in a sentence. */
    why: t.text(),
    importId: t.key(),
    decidedById: t.key().references(() => people.id),
    decidedAt: t.at(),
    appliedAt: t.at(),
    createdAt: t.at(),
  },
  (c) => [
    uniqueIndex('school_changes_once').on(c.kind, c.fromSchoolId, c.toSchoolId, c.effectiveOn),
    uniqueIndex('school_changes_alone_once')
      .on(c.kind, c.fromSchoolId, c.effectiveOn)
      .where(sql`to_school_id is null`),
    index('school_changes_from').on(c.fromSchoolId),
    index('school_changes_to').on(c.toSchoolId),
    index('school_changes_state').on(c.state, c.kind),
    index('school_changes_decided_by').on(c.decidedById),
    check('school_changes_is_day', isDay(c.effectiveOn)),
  ],
)

/** A person who may decide what the register's rules leave open. Only a grant makes one. */
export const registerReviewers = table(
  'register_reviewers',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    grantedBy: t.text().notNull(),
  },
  (r) => [
    index('register_reviewers_person').on(r.personId),
    uniqueIndex('register_reviewers_one_open').on(r.personId).where(sql`finished_on is null`),
    ...spanCheck('register_reviewers', r.startedOn, r.finishedOn),
  ],
)

/** What somebody decided about a school that members told of by name. Undone, it waits to be looked at again. */
export const schoolDecisions = table(
  'school_decisions',
  {
    id: t.key().primaryKey(),
    schoolId: t
      .key()
      .notNull()
      .references(() => schools.id),
    outcome: t.oneOf(['listed', 'own', 'not_a_school']).notNull(),
    /** The listed school that was meant; only with `listed`. */
    toSchoolId: t.key().references(() => schools.id),
    why: t.text(),
    /** Words about stays that were taken back, each with the one that was said of the other school instead. */
    rewrites: t.json<[string, string][]>().notNull(),
    decidedById: t.key().references(() => people.id),
    decidedAt: t.at().notNull(),
    undoneById: t.key().references(() => people.id),
    undoneAt: t.at(),
  },
  (d) => [
    uniqueIndex('school_decisions_one_standing').on(d.schoolId).where(sql`undone_at is null`),
    index('school_decisions_to').on(d.toSchoolId),
    index('school_decisions_decided_by').on(d.decidedById),
    index('school_decisions_undone_by').on(d.undoneById),
    among('school_decisions_outcome', d.outcome, ['listed', 'own', 'not_a_school']),
    check('school_decisions_names_school', sql`(${d.outcome} = 'listed') = (${d.toSchoolId} is not null)`),
  ],
)
