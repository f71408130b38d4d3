import { sql } from 'drizzle-orm'
import { among, check, index, isDay, primaryKey, spanCheck, t, table, uniqueIndex } from '../columns.ts'

const STATUSES = ['active', 'merged', 'anonymised'] as const
export const NAME_KINDS = ['official', 'preferred', 'previous'] as const
export const STAGES = [
  'trainee',
  'first_year',
  'second_year',
  'established',
  'mentor',
  'leader',
  'on_break',
  'returner',
  'left_teaching',
] as const
export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'] as const
export const LEVELS = ['only_me', 'ties', 'groups', 'schools', 'members'] as const

/** A human being, who owns every record about them; may have no account yet. Holds no e-mail and no school. */
export const people = table(
  'people',
  {
    id: t.key().primaryKey(),
    no: t.int().notNull(),
    displayName: t.text().notNull(),
    status: t.oneOf(['active', 'merged', 'anonymised']).notNull().default('active'),
    mergedIntoId: t.key(),
    anonymisedAt: t.at(),
    rev: t.int().notNull().default(0),
    createdAt: t.at().notNull(),
  },
  (p) => [
    uniqueIndex('people_no').on(p.no),
    index('people_merged_into').on(p.mergedIntoId),
    among('people_status', p.status, STATUSES),
    check('people_merged', sql`(${p.status} = 'merged') = (${p.mergedIntoId} is not null)`),
    check('people_not_into_self', sql`${p.mergedIntoId} is null or ${p.mergedIntoId} <> ${p.id}`),
    check('people_name_length', sql`length(${p.displayName}) between 1 and 200`),
  ],
)

/** Every name a person has gone by, dated. Earlier names are kept; `hidden` ones are never shown or searched. */
export const personNames = table(
  'person_names',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    kind: t.oneOf(['official', 'preferred', 'previous']).notNull(),
    fullName: t.text().notNull(),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    hidden: t.bool().notNull().default(false),
    source: t.text().notNull(),
  },
  (n) => [
    index('person_names_person').on(n.personId),
    among('person_names_kind', n.kind, NAME_KINDS),
    ...spanCheck('person_names', n.startedOn, n.finishedOn),
  ],
)

/** A number some register gave a person (TRN, EWC, GTCS …). One person may hold several. */
export const personIdentifiers = table(
  'person_identifiers',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    scheme: t.oneOf(['trn', 'ewc', 'gtcs', 'gtcni', 'provider_trainee_id', 'hesa']).notNull(),
    issuer: t.key().notNull().default(''),
    value: t.key().notNull(),
    state: t.oneOf(['active', 'superseded']).notNull().default('active'),
    verifiedAt: t.at(),
  },
  (i) => [
    index('person_identifiers_person').on(i.personId),
    uniqueIndex('person_identifiers_active').on(i.scheme, i.issuer, i.value).where(sql`state = 'active'`),
    check('person_identifiers_trn', sql`${i.scheme} <> 'trn' or length(${i.value}) = 7`),
  ],
)

/** What a person says of themselves: two minutes' worth. */
export const profiles = table(
  'profiles',
  {
    personId: t
      .key()
      .primaryKey()
      .references(() => people.id),
    pronouns: t.text(),
    stage: t.oneOf([...STAGES]),
    phase: t.text(),
    subjects: t.json<string[]>().notNull(),
    languages: t.json<string[]>().notNull(),
    region: t.text(),
    trainedWith: t.text(),
    nation: t.oneOf([...NATIONS]),
    askMeAbout: t.text(),
    helpWith: t.text(),
    updatedAt: t.at().notNull(),
  },
  (p) => [among('profiles_stage', p.stage, STAGES), among('profiles_nation', p.nation, NATIONS)],
)

/** Who may see one field of a person; a missing row means that field's default. */
export const audiences = table(
  'audiences',
  {
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    field: t.key().notNull(),
    level: t.oneOf([...LEVELS]).notNull(),
  },
  (a) => [primaryKey({ columns: [a.personId, a.field] }), among('audiences_level', a.level, LEVELS)],
)

/** Folded words of a person's findable names; hidden former names never enter. */
export const personWords = table(
  'person_words',
  {
    word: t.key().notNull(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
  },
  (w) => [primaryKey({ columns: [w.word, w.personId] }), index('person_words_person').on(w.personId)],
)

/** Away for a while. Never a reason, and it closes nothing. */
export const pauses = table(
  'pauses',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    startedOn: t.day().notNull(),
    expectedReturnOn: t.day(),
    finishedOn: t.day(),
    audience: t
      .oneOf([...LEVELS])
      .notNull()
      .default('only_me'),
    voidedAt: t.at(),
  },
  (p) => [
    index('pauses_person').on(p.personId),
    uniqueIndex('pauses_one_open').on(p.personId).where(sql`finished_on is null and voided_at is null`),
    check('pauses_return_is_day', isDay(p.expectedReturnOn)),
    ...spanCheck('pauses', p.startedOn, p.finishedOn),
  ],
)
