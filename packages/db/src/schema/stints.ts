import { sql } from 'drizzle-orm'
import { among, check, index, isDay, spanCheck, t, table, uniqueIndex } from '../columns.ts'
import { LEVELS, people } from './people.ts'
import { schoolChanges } from './register.ts'
import { schools } from './schools.ts'

export const STINT_KINDS = ['employed', 'placement', 'supply', 'volunteer'] as const
export const ROLES = [
  'trainee',
  'new_teacher',
  'teacher',
  'mentor',
  'induction_lead',
  'leader',
  'support',
] as const
export const SOURCES = ['self', 'old_school', 'new_school', 'import', 'system'] as const
const MOVE_STATES = ['announced', 'half_reported', 'complete', 'cancelled', 'conflict'] as const
const DESTINATIONS = ['school', 'undecided', 'abroad', 'break', 'leaving_teaching'] as const

/** A person's dated time at one school. Closed, voided or linked; never moved, never deleted. */
export const stints = table(
  'stints',
  {
    id: t.key().primaryKey(),
    no: t.int().notNull(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    schoolId: t
      .key()
      .notNull()
      .references(() => schools.id),
    kind: t.oneOf([...STINT_KINDS]).notNull(),
    pattern: t.oneOf(['full_time', 'part_time', 'supply']),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    endReason: t.text(),
    expectedFinishOn: t.day(),
    continuesStintId: t.key(),
    source: t.oneOf([...SOURCES]).notNull(),
    confidence: t.oneOf(['told', 'confirmed', 'inferred']).notNull(),
    confirmedAt: t.at(),
    audience: t.oneOf([...LEVELS]),
    voidedAt: t.at(),
    voidReason: t.text(),
    rev: t.int().notNull().default(0),
    createdAt: t.at().notNull(),
  },
  (s) => [
    uniqueIndex('stints_no').on(s.no),
    index('stints_person').on(s.personId, s.startedOn),
    index('stints_school').on(s.schoolId, s.startedOn),
    index('stints_continues').on(s.continuesStintId),
    uniqueIndex('stints_one_ongoing')
      .on(s.personId, s.schoolId, s.kind)
      .where(sql`finished_on is null and voided_at is null`),
    among('stints_kind', s.kind, STINT_KINDS),
    among('stints_source', s.source, SOURCES),
    among('stints_confidence', s.confidence, ['told', 'confirmed', 'inferred']),
    check('stints_expected_is_day', isDay(s.expectedFinishOn)),
    check('stints_void_has_reason', sql`(${s.voidedAt} is null) = (${s.voidReason} is null)`),
    ...spanCheck('stints', s.startedOn, s.finishedOn),
  ],
)

/** What a person was during part of a stint: trainee, new teacher, mentor … Always inside the stint. */
export const stintRoles = table(
  'stint_roles',
  {
    id: t.key().primaryKey(),
    stintId: t
      .key()
      .notNull()
      .references(() => stints.id),
    role: t.oneOf([...ROLES]).notNull(),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    voidedAt: t.at(),
  },
  (r) => [
    index('stint_roles_stint').on(r.stintId),
    among('stint_roles_role', r.role, ROLES),
    ...spanCheck('stint_roles', r.startedOn, r.finishedOn),
  ],
)

/** Leaving one school and/or joining another, as one act. Its stints follow from its claims. */
export const moves = table(
  'moves',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    fromStintId: t.key().references(() => stints.id),
    toStintId: t.key().references(() => stints.id),
    toSchoolId: t.key().references(() => schools.id),
    destination: t.oneOf([...DESTINATIONS]).notNull(),
    leaveOn: t.day(),
    startOn: t.day(),
    state: t.oneOf([...MOVE_STATES]).notNull(),
    telling: t.json<Record<string, 'now' | 'on_start' | 'never'>>().notNull(),
    reportedById: t.key().references(() => people.id),
    reportedAs: t.oneOf([...SOURCES]).notNull(),
    supersedesId: t.key(),
    undoUntil: t.at(),
    createdAt: t.at().notNull(),
    closedAt: t.at(),
  },
  (m) => [
    index('moves_person').on(m.personId),
    index('moves_to_stint').on(m.toStintId),
    index('moves_to_school').on(m.toSchoolId),
    index('moves_reported_by').on(m.reportedById),
    uniqueIndex('moves_one_open').on(m.fromStintId).where(sql`state in ('announced', 'half_reported')`),
    among('moves_state', m.state, MOVE_STATES),
    among('moves_destination', m.destination, DESTINATIONS),
    check('moves_leave_is_day', isDay(m.leaveOn)),
    check('moves_start_is_day', isDay(m.startOn)),
  ],
)

/** One side's word: this stint ended on, or this stay began on, that day. Never edited, only withdrawn. */
export const moveClaims = table(
  'move_claims',
  {
    id: t.key().primaryKey(),
    moveId: t.key().references(() => moves.id),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    schoolId: t
      .key()
      .notNull()
      .references(() => schools.id),
    stintId: t.key().references(() => stints.id),
    schoolChangeId: t.key().references(() => schoolChanges.id),
    says: t.oneOf(['ended', 'began']).notNull(),
    day: t.day().notNull(),
    kind: t
      .oneOf([...STINT_KINDS])
      .notNull()
      .default('employed'),
    role: t.oneOf([...ROLES]),
    pattern: t.oneOf(['full_time', 'part_time', 'supply']),
    besides: t.bool().notNull().default(false),
    byPersonId: t.key().references(() => people.id),
    byAs: t.oneOf([...SOURCES]).notNull(),
    acceptedAt: t.at(),
    objectedAt: t.at(),
    withdrawnAt: t.at(),
    createdAt: t.at().notNull(),
  },
  (c) => [
    index('move_claims_person').on(c.personId),
    index('move_claims_move').on(c.moveId),
    index('move_claims_school').on(c.schoolId),
    index('move_claims_stint').on(c.stintId),
    index('move_claims_by').on(c.byPersonId),
    index('move_claims_change').on(c.schoolChangeId),
    check('move_claims_is_day', isDay(c.day)),
    among('move_claims_as', c.byAs, SOURCES),
  ],
)

/** A dated relation mentor → mentee. A statutory one belongs to a stay; the relation belongs to the people. */
export const mentorships = table(
  'mentorships',
  {
    id: t.key().primaryKey(),
    no: t.int().notNull(),
    mentorId: t
      .key()
      .notNull()
      .references(() => people.id),
    menteeId: t
      .key()
      .notNull()
      .references(() => people.id),
    kind: t.oneOf(['statutory', 'placement', 'informal']).notNull(),
    mentorStintId: t.key().references(() => stints.id),
    menteeStintId: t.key().references(() => stints.id),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    endReason: t.text(),
    continuesId: t.key(),
    arrangedById: t.key().references(() => people.id),
    voidedAt: t.at(),
    voidReason: t.text(),
    createdAt: t.at().notNull(),
  },
  (m) => [
    uniqueIndex('mentorships_no').on(m.no),
    index('mentorships_mentor').on(m.mentorId, m.menteeId),
    index('mentorships_mentee').on(m.menteeId, m.mentorId),
    index('mentorships_mentor_stint').on(m.mentorStintId),
    index('mentorships_mentee_stint').on(m.menteeStintId),
    index('mentorships_arranged_by').on(m.arrangedById),
    uniqueIndex('mentorships_one_lead')
      .on(m.menteeStintId)
      .where(sql`kind = 'statutory' and finished_on is null and voided_at is null`),
    check('mentorships_two_people', sql`${m.mentorId} <> ${m.menteeId}`),
    check(
      'mentorships_statutory_has_stints',
      sql`(${m.kind} = 'statutory') = (${m.mentorStintId} is not null and ${m.menteeStintId} is not null)`,
    ),
    among('mentorships_kind', m.kind, ['statutory', 'placement', 'informal']),
    ...spanCheck('mentorships', m.startedOn, m.finishedOn),
  ],
)
