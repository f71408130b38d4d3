import { sql } from 'drizzle-orm'
import { among, check, index, isDay, t, table, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'

/** A way to sign in to a person. A person imported from a list has none until they claim it. */
export const accounts = table(
  'accounts',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    passwordHash: t.text(),
    passwordSetAt: t.at(),
    createdAt: t.at().notNull(),
    closedAt: t.at(),
  },
  (a) => [uniqueIndex('accounts_person').on(a.personId)],
)

/** An address that signs a person in. A work address belongs to a stint and retires with it. Stored lower-case. */
export const accountEmails = table(
  'account_emails',
  {
    id: t.key().primaryKey(),
    accountId: t
      .key()
      .notNull()
      .references(() => accounts.id),
    email: t.key().notNull(),
    kind: t.oneOf(['personal', 'work']).notNull(),
    stintId: t.key(),
    verifiedAt: t.at(),
    retiredOn: t.day(),
    createdAt: t.at().notNull(),
  },
  (e) => [
    index('account_emails_account').on(e.accountId),
    index('account_emails_stint').on(e.stintId),
    uniqueIndex('account_emails_live').on(e.email).where(sql`retired_on is null and verified_at is not null`),
    among('account_emails_kind', e.kind, ['personal', 'work']),
    check('account_emails_lower', sql`${e.email} = lower(${e.email})`),
    check('account_emails_retired_is_day', isDay(e.retiredOn)),
    check('account_emails_stint', sql`${e.kind} = 'work' or ${e.stintId} is null`),
  ],
)

/** A six-digit code on its way to an address. Only its hash is kept. */
export const signInCodes = table(
  'sign_in_codes',
  {
    id: t.key().primaryKey(),
    email: t.key().notNull(),
    purpose: t.oneOf(['sign_in', 'sign_up', 'add_address', 'same_person']).notNull(),
    codeHash: t.text().notNull(),
    accountId: t.key().references(() => accounts.id),
    linkId: t.key(),
    invitationId: t.key(),
    context: t.json<Record<string, string>>(),
    tries: t.int().notNull().default(0),
    expiresAt: t.at().notNull(),
    usedAt: t.at(),
    createdAt: t.at().notNull(),
  },
  (c) => [
    index('sign_in_codes_email').on(c.email, c.createdAt),
    index('sign_in_codes_expires').on(c.expiresAt),
    index('sign_in_codes_account').on(c.accountId),
  ],
)

/** A signed-in browser. `id` is the SHA-256 of the cookie value; the value itself is nowhere. */
export const sessions = table(
  'sessions',
  {
    id: t.key().primaryKey(),
    accountId: t
      .key()
      .notNull()
      .references(() => accounts.id),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    createdAt: t.at().notNull(),
    expiresAt: t.at().notNull(),
    endsAt: t.at().notNull(),
    device: t.text(),
    shared: t.bool().notNull().default(false),
  },
  (s) => [
    index('sessions_account').on(s.accountId),
    index('sessions_expires').on(s.expiresAt),
    index('sessions_person').on(s.personId),
  ],
)

/** One person asking another in by e-mail, for a group or simply as somebody they know. Only the hash is kept. */
export const invitations = table(
  'invitations',
  {
    id: t.key().primaryKey(),
    email: t.key().notNull(),
    tokenHash: t.key().notNull(),
    invitedById: t.key().references(() => people.id),
    groupId: t.key(),
    seatId: t.key(),
    sentence: t.text(),
    expiresAt: t.at().notNull(),
    usedAt: t.at(),
    usedById: t.key().references(() => people.id),
    revokedAt: t.at(),
    createdAt: t.at().notNull(),
  },
  (i) => [
    uniqueIndex('invitations_token').on(i.tokenHash),
    index('invitations_email').on(i.email),
    index('invitations_by').on(i.invitedById),
    index('invitations_seat').on(i.seatId),
    index('invitations_used_by').on(i.usedById),
  ],
)

/** Taking over a record made by somebody else (a seat, an imported person) with a second fact. */
export const claims = table(
  'claims',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    seatId: t.key(),
    codeHash: t.text(),
    sentTo: t.key(),
    secondFact: t.text(),
    expiresAt: t.at(),
    claimedAt: t.at(),
  },
  (c) => [index('claims_person').on(c.personId), index('claims_seat').on(c.seatId)],
)

/** How often something was tried lately, by key. Not history. */
export const limits = table('limits', {
  key: t.key().primaryKey(),
  tokens: t.real().notNull(),
  updatedAt: t.at().notNull(),
})

/** The answer already given to a form that was sent twice. Not history. */
export const idempotencyKeys = table(
  'idempotency_keys',
  {
    key: t.key().primaryKey(),
    personId: t.key(),
    verb: t.text().notNull(),
    result: t.json<unknown>(),
    createdAt: t.at().notNull(),
  },
  (k) => [index('idempotency_keys_created').on(k.createdAt)],
)
