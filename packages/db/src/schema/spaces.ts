import { sql } from 'drizzle-orm'
import { among, check, index, isDay, t, table, uniqueIndex } from '../columns.ts'
import { MEETING_WAYS, mentoringRequests, SIDES, UNITS } from './mentoring.ts'
import { people } from './people.ts'
import { mentorships } from './stints.ts'

/*
 * What two people make of their mentoring. Every row hangs on the chapter (a mentorship) in which it was written, and
 * says by which side, never by which person: whom it belongs to is the mentorship's to say, wherever the two teach.
 */

export const RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'half_termly'] as const
const MEETING_STATES = ['proposed', 'booked', 'cancelled', 'happened', 'missed'] as const
const SAID = ['yes', 'moved', 'no'] as const
export const CHECK_INS = ['first_meeting', 'three_weeks', 'half_term'] as const

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

/** A meeting of the two: times proposed, then booked, then held or not. Cancelled ones stay, so that calendars learn of it. */
export const meetings = table(
  'meetings',
  {
    id: t.key().primaryKey(),
    mentorshipId: t
      .key()
      .notNull()
      .references(() => mentorships.id),
    /** Rises with every change that calendars must hear of (RFC 5545, 3.8.7.4). */
    sequence: t.int().notNull().default(0),
    startsAt: t.at(),
    endsAt: t.at(),
    way: t.oneOf([...MEETING_WAYS]).notNull(),
    place: t.text(),
    proposedBy: t.oneOf([...SIDES]).notNull(),
    state: t.oneOf([...MEETING_STATES]).notNull(),
    /** Why it was moved or called off, if they said. */
    reason: t.text(),
    /** What would help that day, in the mentee's words. */
    hopedFor: t.text(),
    mentorSaid: t.oneOf([...SAID]),
    menteeSaid: t.oneOf([...SAID]),
    createdAt: t.at().notNull(),
    updatedAt: t.at().notNull(),
  },
  (m) => [
    index('meetings_mentorship').on(m.mentorshipId, m.startsAt),
    index('meetings_when').on(m.startsAt).where(sql`state = 'booked'`),
    among('meetings_state', m.state, MEETING_STATES),
    among('meetings_way', m.way, MEETING_WAYS),
    check('meetings_in_order', sql`${m.endsAt} is null or ${m.endsAt} > ${m.startsAt}`),
    check('meetings_proposed', sql`(${m.startsAt} is null) = (${m.endsAt} is null)`),
    check('meetings_has_time', sql`${m.startsAt} is not null or ${m.state} in ('proposed', 'cancelled')`),
  ],
)

/** A time that one side proposed for a meeting. */
export const meetingTimes = table(
  'meeting_times',
  {
    id: t.key().primaryKey(),
    meetingId: t
      .key()
      .notNull()
      .references(() => meetings.id),
    startsAt: t.at().notNull(),
    endsAt: t.at().notNull(),
  },
  (m) => [index('meeting_times_meeting').on(m.meetingId, m.startsAt)],
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

/** Three taps and perhaps a line about how it goes, for the one who says so alone. */
export const checkIns = table(
  'check_ins',
  {
    id: t.key().primaryKey(),
    mentorshipId: t
      .key()
      .notNull()
      .references(() => mentorships.id),
    by: t.oneOf([...SIDES]).notNull(),
    kind: t.oneOf([...CHECK_INS]).notNull(),
    dueOn: t.day().notNull(),
    useful: t.int(),
    often: t.int(),
    going: t.int(),
    line: t.text(),
    wants: t.oneOf(['nothing', 'another_mentor', 'a_word', 'to_stop']),
    answeredAt: t.at(),
    skippedAt: t.at(),
    createdAt: t.at().notNull(),
  },
  (c) => [
    uniqueIndex('check_ins_once').on(c.mentorshipId, c.by, c.kind, c.dueOn),
    among('check_ins_by', c.by, SIDES),
    among('check_ins_kind', c.kind, CHECK_INS),
    check('check_ins_due_is_day', isDay(c.dueOn)),
    check(
      'check_ins_taps',
      sql`coalesce(${c.useful}, 1) between 1 and 3 and coalesce(${c.often}, 1) between 1 and 3 and coalesce(${c.going}, 1) between 1 and 3`,
    ),
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
