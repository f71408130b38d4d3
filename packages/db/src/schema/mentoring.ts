import { sql } from 'drizzle-orm'
import { among, check, index, isDay, t, table, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'
import { mentorships } from './stints.ts'

/** What a mentor may give, from the smallest: a question answered, one call, half a term, a year. */
export const UNITS = ['question', 'call', 'half_term', 'year'] as const
export const MEETING_WAYS = ['online', 'phone', 'in_person'] as const
const REQUEST_STATES = ['open', 'accepted', 'withdrawn', 'unanswered'] as const
const ASK_STATES = ['next', 'asked', 'question', 'passed', 'declined', 'accepted', 'closed'] as const
export const SIDES = ['mentor', 'mentee'] as const

/** Somebody's offer of support, as they would have it now. Closed, it may be opened again. */
export const mentorOffers = table(
  'mentor_offers',
  {
    personId: t
      .key()
      .primaryKey()
      .references(() => people.id),
    topics: t.json<string[]>().notNull(),
    phases: t.json<string[]>().notNull(),
    subjects: t.json<string[]>().notNull(),
    ways: t.json<string[]>().notNull(),
    note: t.text(),
    outsideMySchool: t.bool().notNull().default(false),
    noticeHours: t.int().notNull().default(24),
    pausedUntil: t.day(),
    openedAt: t.at().notNull(),
    closedAt: t.at(),
    updatedAt: t.at().notNull(),
  },
  (o) => [
    check('mentor_offers_pause_is_day', isDay(o.pausedUntil)),
    check('mentor_offers_notice', sql`${o.noticeHours} between 0 and 336`),
  ],
)

/** How many of one unit somebody gives at a time. */
export const mentorPlaces = table(
  'mentor_places',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    unit: t.oneOf([...UNITS]).notNull(),
    places: t.int().notNull(),
  },
  (p) => [
    uniqueIndex('mentor_places_one').on(p.personId, p.unit),
    among('mentor_places_unit', p.unit, UNITS),
    check('mentor_places_some', sql`${p.places} between 0 and 20`),
  ],
)

/** A time of the week when somebody can be booked. Weekday 1 is Monday; minutes are from midnight, London time. */
export const mentorHours = table(
  'mentor_hours',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    weekday: t.int().notNull(),
    startMinute: t.int().notNull(),
    endMinute: t.int().notNull(),
    way: t.oneOf([...MEETING_WAYS]).notNull(),
  },
  (h) => [
    index('mentor_hours_person').on(h.personId),
    among('mentor_hours_way', h.way, MEETING_WAYS),
    check('mentor_hours_weekday', sql`${h.weekday} between 1 and 7`),
    check(
      'mentor_hours_in_order',
      sql`${h.startMinute} >= 0 and ${h.startMinute} < ${h.endMinute} and ${h.endMinute} <= 1440`,
    ),
  ],
)

/** Somebody's private list of whom they are never to be put together with. Nobody else ever reads it. */
export const keptApart = table(
  'kept_apart',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    otherId: t
      .key()
      .notNull()
      .references(() => people.id),
    why: t.oneOf(['dispute', 'family', 'assesses_me']).notNull(),
    createdAt: t.at().notNull(),
    liftedAt: t.at(),
  },
  (k) => [
    index('kept_apart_person').on(k.personId, k.otherId),
    index('kept_apart_other').on(k.otherId, k.personId),
    among('kept_apart_why', k.why, ['dispute', 'family', 'assesses_me']),
  ],
)

/** Somebody asking for support: one need, one unit, and whom it goes to in turn. It never ends in silence. */
export const mentoringRequests = table(
  'mentoring_requests',
  {
    id: t.key().primaryKey(),
    askerId: t
      .key()
      .notNull()
      .references(() => people.id),
    unit: t.oneOf([...UNITS]).notNull(),
    need: t.text().notNull(),
    topics: t.json<string[]>().notNull(),
    ways: t.json<string[]>().notNull(),
    soon: t.oneOf(['this_week', 'fortnight', 'half_term']).notNull(),
    outsideMySchool: t.bool().notNull().default(false),
    state: t
      .oneOf([...REQUEST_STATES])
      .notNull()
      .default('open'),
    /** When nobody who was chosen could: since then it stands on the open list. */
    listedAt: t.at(),
    /** The last school day of the present round on the open list; the asker hears of it then. */
    listDueOn: t.day(),
    listRound: t.int().notNull().default(0),
    mentorshipId: t.key().references(() => mentorships.id),
    createdAt: t.at().notNull(),
    closedAt: t.at(),
  },
  (r) => [
    index('mentoring_requests_asker').on(r.askerId, r.state),
    index('mentoring_requests_listed').on(r.listedAt).where(sql`state = 'open' and listed_at is not null`),
    index('mentoring_requests_mentorship').on(r.mentorshipId),
    among('mentoring_requests_unit', r.unit, UNITS),
    among('mentoring_requests_state', r.state, REQUEST_STATES),
    check('mentoring_requests_due_is_day', isDay(r.listDueOn)),
    check('mentoring_requests_accepted', sql`(${r.state} = 'accepted') = (${r.mentorshipId} is not null)`),
  ],
)

/** One mentor's turn in a request: `next` waits, `asked` and `question` have the clock, the others are over. */
export const mentoringAsks = table(
  'mentoring_asks',
  {
    id: t.key().primaryKey(),
    requestId: t
      .key()
      .notNull()
      .references(() => mentoringRequests.id),
    mentorId: t
      .key()
      .notNull()
      .references(() => people.id),
    rank: t.int().notNull(),
    state: t.oneOf([...ASK_STATES]).notNull(),
    askedAt: t.at(),
    /** The school day on which whoever has to answer is reminded, and the last one for an answer. */
    remindOn: t.day(),
    dueOn: t.day(),
    remindedAt: t.at(),
    answeredAt: t.at(),
    createdAt: t.at().notNull(),
  },
  (a) => [
    index('mentoring_asks_request').on(a.requestId, a.rank),
    index('mentoring_asks_mentor').on(a.mentorId, a.state),
    index('mentoring_asks_due').on(a.dueOn).where(sql`state in ('asked', 'question')`),
    uniqueIndex('mentoring_asks_one_yes').on(a.requestId).where(sql`state = 'accepted'`),
    among('mentoring_asks_state', a.state, ASK_STATES),
    check('mentoring_asks_remind_is_day', isDay(a.remindOn)),
    check('mentoring_asks_due_is_day', isDay(a.dueOn)),
  ],
)

/** What a mentor asked first, and the answer. */
export const mentoringWords = table(
  'mentoring_words',
  {
    id: t.key().primaryKey(),
    askId: t
      .key()
      .notNull()
      .references(() => mentoringAsks.id),
    by: t.oneOf([...SIDES]).notNull(),
    text: t.text().notNull(),
    createdAt: t.at().notNull(),
  },
  (w) => [index('mentoring_words_ask').on(w.askId), among('mentoring_words_by', w.by, SIDES)],
)
