import { and, eq, groupLeads, groups, gt, providers, type Tx } from '@wirearchy/db'
import { daysBetween, type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { nextNo, record } from '@wirearchy/domain/ledger'
import type { CreateGroup } from './input.ts'
import { openMembership } from './open-membership.ts'
import { academicYearOf, slugFrom } from './title.ts'

const LONGEST_DAYS = 6 * 366
const MOST_A_DAY = 10
const A_DAY = 86_400_000

/**
 * Makes a training group; whoever makes it runs it, and is in it too when they train there.
 * @returns the group's id and the address it keeps for good
 * @throws Problem bad_input for dates out of order, too_many after ten groups in a day
 */
export async function createGroup(ctx: MemberCtx, input: CreateGroup) {
  refuseDates(input)
  return ctx.store.tx((tx) => create(tx, ctx, input))
}

async function create(tx: Tx, ctx: MemberCtx, input: CreateGroup) {
  await refuseTooMany(tx, ctx)
  const group = await insertGroup(tx, ctx, input)
  const leadId = newId(ctx.now)
  const lead = { personId: ctx.viewer, groupId: group.id, startedOn: ctx.today, grantedBy: ctx.viewer }
  await tx.insert(groupLeads).values({ id: leadId, ...lead })
  await record(tx, ctx, {
    type: 'group.created',
    personId: ctx.viewer,
    refs: { group: group.id, groupLead: leadId },
    after: { name: group.name, startedOn: group.startedOn, finishedOn: group.finishedOn },
  })
  if (input.iTrainHere) await openMembership(tx, ctx, { group, personId: ctx.viewer })
  return { id: group.id, slug: group.slug }
}

function refuseDates({ startedOn, finishedOn }: CreateGroup) {
  if (finishedOn < startedOn)
    throw new Problem('bad_input', 'The course ends before it starts. Check both days.', {
      field: 'finishedOn',
    })
  if (daysBetween(startedOn, finishedOn) > LONGEST_DAYS)
    throw new Problem('bad_input', 'A course lasts six years at most. Check both days.', {
      field: 'finishedOn',
    })
}

async function refuseTooMany(tx: Tx, { viewer, now }: MemberCtx) {
  const lately = await tx.$count(
    groups,
    and(eq(groups.createdById, viewer), gt(groups.createdAt, now - A_DAY)),
  )
  if (lately >= MOST_A_DAY)
    throw new Problem('too_many', 'You have made ten training groups today. Make the next one tomorrow.')
}

async function insertGroup(tx: Tx, ctx: MemberCtx, { provider, iTrainHere: _, ...course }: CreateGroup) {
  const academicYear = academicYearOf(course.startedOn)
  const row = {
    ...course,
    id: newId(ctx.now),
    no: await nextNo(tx, 'groups'),
    slug: await freeSlug(tx, slugFrom(course.name, academicYear)),
    providerId: await providerNamed(tx, ctx, provider),
    phase: course.phase ?? null,
    nation: course.nation ?? null,
    academicYear,
    archivedAt: null,
    createdById: ctx.viewer,
    createdAt: ctx.now,
  }
  await tx.insert(groups).values(row)
  return row
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const slug = nth === 1 ? wanted : `${wanted}-${nth}`
    if ((await tx.$count(groups, eq(groups.slug, slug))) === 0) return slug
  }
}

async function providerNamed(tx: Tx, ctx: MemberCtx, name: string): Promise<string> {
  const [known] = await tx.select({ id: providers.id }).from(providers).where(eq(providers.name, name))
  if (known) return known.id
  const id = newId(ctx.now)
  await tx.insert(providers).values({ id, name, createdAt: ctx.now })
  return id
}
