import { sql } from 'drizzle-orm'
import { among, check, index, isDay, t, table, uniqueIndex } from '../columns.ts'
import { MEETING_WAYS, SIDES } from './mentoring.ts'
import { mentorships } from './stints.ts'

const MEETING_STATES = ['proposed', 'booked', 'cancelled', 'happened', 'missed'] as const
const SAID = ['yes', 'moved', 'no'] as const
export const CHECK_INS = ['first_meeting', 'three_weeks', 'half_term'] as const

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
