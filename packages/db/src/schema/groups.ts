import { sql } from 'drizzle-orm'
import { check, index, spanCheck, t, table, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'

/** Who trains teachers. A group outlives its provider. */
export const providers = table(
  'providers',
  { id: t.key().primaryKey(), name: t.text().notNull(), nation: t.text(), createdAt: t.at().notNull() },
  (p) => [uniqueIndex('providers_name').on(p.name)],
)

/** A training group: people who trained together. It never closes for those who were in it. */
export const groups = table(
  'groups',
  {
    id: t.key().primaryKey(),
    no: t.int().notNull(),
    slug: t.key().notNull(),
    providerId: t.key().references(() => providers.id),
    name: t.text().notNull(),
    route: t.text(),
    subject: t.text(),
    phase: t.text(),
    nation: t.text(),
    academicYear: t.int().notNull(),
    startedOn: t.day().notNull(),
    finishedOn: t.day().notNull(),
    archivedAt: t.at(),
    createdById: t.key().references(() => people.id),
    createdAt: t.at().notNull(),
  },
  (g) => [
    uniqueIndex('groups_no').on(g.no),
    uniqueIndex('groups_slug').on(g.slug),
    index('groups_provider').on(g.providerId),
    index('groups_created_by').on(g.createdById),
    ...spanCheck('groups', g.startedOn, g.finishedOn),
  ],
)

/** A part of a group, such as its physics people. */
export const subgroups = table(
  'subgroups',
  {
    id: t.key().primaryKey(),
    groupId: t
      .key()
      .notNull()
      .references(() => groups.id),
    name: t.text().notNull(),
  },
  (s) => [uniqueIndex('subgroups_name').on(s.groupId, s.name)],
)

/** A person's dated time in a group. Deferring closes one and opens another that resumes it. */
export const groupMemberships = table(
  'group_memberships',
  {
    id: t.key().primaryKey(),
    no: t.int().notNull(),
    groupId: t
      .key()
      .notNull()
      .references(() => groups.id),
    subgroupId: t.key().references(() => subgroups.id),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    outcome: t.oneOf(['completed', 'withdrawn', 'deferred', 'transferred']),
    resumesId: t.key(),
    seatId: t.key(),
    linkId: t.key(),
    joinedAt: t.at().notNull(),
    voidedAt: t.at(),
    voidReason: t.text(),
  },
  (m) => [
    uniqueIndex('group_memberships_no').on(m.no),
    index('group_memberships_person').on(m.personId),
    index('group_memberships_group').on(m.groupId, m.startedOn),
    index('group_memberships_subgroup').on(m.subgroupId),
    uniqueIndex('group_memberships_one_ongoing')
      .on(m.personId, m.groupId)
      .where(sql`finished_on is null and voided_at is null`),
    check('group_memberships_void_has_reason', sql`(${m.voidedAt} is null) = (${m.voidReason} is null)`),
    ...spanCheck('group_memberships', m.startedOn, m.finishedOn),
  ],
)

/** A person who runs a group: makes links, imports seats. */
export const groupLeads = table(
  'group_leads',
  {
    id: t.key().primaryKey(),
    personId: t
      .key()
      .notNull()
      .references(() => people.id),
    groupId: t
      .key()
      .notNull()
      .references(() => groups.id),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    grantedBy: t.text().notNull(),
  },
  (l) => [
    index('group_leads_person').on(l.personId, l.groupId),
    index('group_leads_group').on(l.groupId),
    uniqueIndex('group_leads_one_open').on(l.personId, l.groupId).where(sql`finished_on is null`),
    ...spanCheck('group_leads', l.startedOn, l.finishedOn),
  ],
)

/** A place kept for somebody who is not here yet; members do not see it until it is claimed. */
export const seats = table(
  'seats',
  {
    id: t.key().primaryKey(),
    groupId: t
      .key()
      .notNull()
      .references(() => groups.id),
    subgroupId: t.key().references(() => subgroups.id),
    fullName: t.text().notNull(),
    email: t.key(),
    identifierScheme: t.text(),
    identifier: t.key(),
    startedOn: t.day().notNull(),
    finishedOn: t.day(),
    importId: t.key(),
    claimedById: t.key().references(() => people.id),
    claimedAt: t.at(),
    voidedAt: t.at(),
    createdAt: t.at().notNull(),
  },
  (s) => [
    index('seats_group').on(s.groupId),
    index('seats_subgroup').on(s.subgroupId),
    index('seats_claimed_by').on(s.claimedById),
    uniqueIndex('seats_email').on(s.groupId, s.email).where(sql`email is not null and voided_at is null`),
    uniqueIndex('seats_identifier')
      .on(s.groupId, s.identifierScheme, s.identifier)
      .where(sql`identifier is not null and voided_at is null`),
    ...spanCheck('seats', s.startedOn, s.finishedOn),
  ],
)

/** A link or QR code that lets people join a group, until its day, its count or its lead ends it. */
export const links = table(
  'links',
  {
    id: t.key().primaryKey(),
    groupId: t
      .key()
      .notNull()
      .references(() => groups.id),
    subgroupId: t.key().references(() => subgroups.id),
    code: t.key().notNull(),
    maxUses: t.int(),
    uses: t.int().notNull().default(0),
    expiresAt: t.at().notNull(),
    revokedAt: t.at(),
    createdById: t
      .key()
      .notNull()
      .references(() => people.id),
    createdAt: t.at().notNull(),
  },
  (l) => [
    uniqueIndex('links_code').on(l.code),
    index('links_group').on(l.groupId),
    index('links_subgroup').on(l.subgroupId),
    index('links_created_by').on(l.createdById),
    check('links_uses', sql`${l.maxUses} is null or ${l.uses} <= ${l.maxUses}`),
  ],
)
