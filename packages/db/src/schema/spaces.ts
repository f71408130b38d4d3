import { sql } from 'drizzle-orm'
import { among, check, index, isDay, t, table, uniqueIndex } from '../columns.ts'
import { meetings } from './meetings.ts'
import { mentoringRequests, SIDES, UNITS } from './mentoring.ts'
import { people } from './people.ts'
import { mentorships } from './stints.ts'

/*
 * What two people make of their mentoring. Every row hangs on the chapter (a mentorship) in which it was written, and
 * says by which side, never by which person: whom it belongs to is the mentorship's to say, wherever the two teach.
 */

export const RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'half_termly'] as const

/** What a chapter is: its unit, and what the two agreed on. */
export const agreements = table(
  'agreements',
  {
    mentorshipId: t
      .key()
      .primaryKey()
      .references(() => mentorships.id),
    unit: t.oneOf([...UNITS]),
    requestId: t.key().references(() => mentoringRequests.id),
    programmeId: t.key(),
    rhythm: t
      .oneOf([...RHYTHMS])
      .notNull()
      .default('fortnightly'),
    aims: t.text(),
    stopping: t.text(),
    /** The day by which a unit of fixed length is over, unless the two go on. */
    expectedFinishOn: t.day(),
    mentorAgreedAt: t.at(),
    menteeAgreedAt: t.at(),
    /** Rises with each change of the words; the other side's agreement to earlier words does not count. */
    rev: t.int().notNull().default(0),
    createdAt: t.at().notNull(),
    updatedAt: t.at().notNull(),
  },
  (a) => [
    index('agreements_request').on(a.requestId),
    index('agreements_programme').on(a.programmeId),
    among('agreements_rhythm', a.rhythm, RHYTHMS),
    check('agreements_finish_is_day', isDay(a.expectedFinishOn)),
  ],
)

/** Something the mentee works towards. */
export const goals = table(
  'goals',
  {
    id: t.key().primaryKey(),
    mentorshipId: t
      .key()
      .notNull()
      .references(() => mentorships.id),
    by: t.oneOf([...SIDES]).notNull(),
    text: t.text().notNull(),
    createdAt: t.at().notNull(),
    doneAt: t.at(),
    droppedAt: t.at(),
  },
  (g) => [index('goals_mentorship').on(g.mentorshipId), among('goals_by', g.by, SIDES)],
)

/** The one next small step towards a goal, and whose it is. */
export const goalSteps = table(
  'goal_steps',
  {
    id: t.key().primaryKey(),
    goalId: t
      .key()
      .notNull()
      .references(() => goals.id),
    whose: t.oneOf([...SIDES]).notNull(),
    text: t.text().notNull(),
    createdAt: t.at().notNull(),
    doneAt: t.at(),
    droppedAt: t.at(),
  },
  (s) => [
    uniqueIndex('goal_steps_one_next').on(s.goalId).where(sql`done_at is null and dropped_at is null`),
    among('goal_steps_whose', s.whose, SIDES),
  ],
)

/** A note: shared with the other, or for its author alone. */
export const spaceNotes = table(
  'space_notes',
  {
    id: t.key().primaryKey(),
    mentorshipId: t
      .key()
      .notNull()
      .references(() => mentorships.id),
    meetingId: t.key().references(() => meetings.id),
    by: t.oneOf([...SIDES]).notNull(),
    isPrivate: t.bool().notNull(),
    text: t.text().notNull(),
    rev: t.int().notNull().default(0),
    createdAt: t.at().notNull(),
    editedAt: t.at(),
    /** Its author took it away: the words are gone, that there was a note stays. */
    removedAt: t.at(),
  },
  (n) => [
    index('space_notes_mentorship').on(n.mentorshipId, n.createdAt),
    index('space_notes_meeting').on(n.meetingId),
    among('space_notes_by', n.by, SIDES),
  ],
)

/** How a chapter ended well: a sentence and thanks for the other, a reason for oneself. */
export const endings = table(
  'endings',
  {
    id: t.key().primaryKey(),
    mentorshipId: t
      .key()
      .notNull()
      .references(() => mentorships.id),
    by: t.oneOf([...SIDES]).notNull(),
    sentence: t.text().notNull(),
    thanks: t.text(),
    reason: t.text(),
    askAgainOn: t.day(),
    createdAt: t.at().notNull(),
  },
  (e) => [
    uniqueIndex('endings_one').on(e.mentorshipId, e.by),
    among('endings_by', e.by, SIDES),
    check('endings_again_is_day', isDay(e.askAgainOn)),
  ],
)

/** The page a mentee writes when a move ends a school's mentoring, for whoever mentors them next. */
export const handovers = table(
  'handovers',
  {
    id: t.key().primaryKey(),
    mentorshipId: t
      .key()
      .notNull()
      .references(() => mentorships.id),
    nextMentorshipId: t.key().references(() => mentorships.id),
    text: t.text().notNull(),
    /** Only from then on do the two mentors read it. */
    approvedAt: t.at(),
    /** The last day on which the three may write to each other. */
    openUntil: t.day(),
    rev: t.int().notNull().default(0),
    createdAt: t.at().notNull(),
    updatedAt: t.at().notNull(),
  },
  (h) => [
    uniqueIndex('handovers_one').on(h.mentorshipId),
    index('handovers_next').on(h.nextMentorshipId),
    check('handovers_until_is_day', isDay(h.openUntil)),
  ],
)

/** What the three said to each other while a hand-over was open. */
export const handoverWords = table(
  'handover_words',
  {
    id: t.key().primaryKey(),
    handoverId: t
      .key()
      .notNull()
      .references(() => handovers.id),
    by: t.oneOf(['mentee', 'mentor', 'next_mentor']).notNull(),
    text: t.text().notNull(),
    createdAt: t.at().notNull(),
  },
  (w) => [index('handover_words_handover').on(w.handoverId, w.createdAt)],
)

/** A reminder to one side of a pair: by the house, or by whoever runs their programme. Never twice in a fortnight. */
export const nudges = table(
  'nudges',
  {
    id: t.key().primaryKey(),
    mentorshipId: t
      .key()
      .notNull()
      .references(() => mentorships.id),
    to: t.oneOf([...SIDES]).notNull(),
    why: t.oneOf(['unbooked', 'quiet', 'coordinator']).notNull(),
    byId: t.key().references(() => people.id),
    createdAt: t.at().notNull(),
  },
  (n) => [
    index('nudges_mentorship').on(n.mentorshipId, n.to, n.createdAt),
    index('nudges_by').on(n.byId),
    among('nudges_to', n.to, SIDES),
  ],
)
