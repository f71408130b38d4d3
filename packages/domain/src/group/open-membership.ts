import { and, eq, groupLeads, groupMemberships, isNull, ne, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, newId, Problem } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import { nextNo, record } from '@wirearchy/domain/ledger'
import type { Group, Membership } from './find.ts'

type Outcome = Membership['outcome']

export interface NewMembership {
  group: Pick<Group, 'id' | 'slug' | 'startedOn' | 'finishedOn'>
  personId: string
  /** First day, included; the group's first when not said. */
  startedOn?: Day
  /** Last day, included; the group's last when not said. */
  finishedOn?: Day | null
  subgroupId?: string | null
  linkId?: string | null
  seatId?: string | null
  /** How it ended, when it is over already. */
  outcome?: Outcome
  /** False when it only puts right a row that was told of before. */
  isNews?: boolean
  /** The deferred membership that this one carries on. */
  resumesId?: string | null
}

/**
 * Writes a person's time in a group inside the caller's transaction, and tells those who run it.
 * @returns the membership's id
 * @throws Problem bad_input on startedOn when the days lie outside the course
 */
export async function openMembership(tx: Tx, ctx: Ctx, { group, personId, ...more }: NewMembership) {
  const startedOn = more.startedOn ?? group.startedOn
  const finishedOn = more.finishedOn ?? group.finishedOn
  if (finishedOn < startedOn)
    throw new Problem('bad_input', 'The course is over by that day. Enter an earlier one.', {
      field: 'startedOn',
    })
  const id = newId(ctx.now)
  await tx.insert(groupMemberships).values({
    id,
    no: await nextNo(tx, 'group_memberships'),
    groupId: group.id,
    personId,
    startedOn,
    finishedOn,
    subgroupId: more.subgroupId ?? null,
    linkId: more.linkId ?? null,
    seatId: more.seatId ?? null,
    resumesId: more.resumesId ?? null,
    outcome: more.outcome ?? null,
    joinedAt: ctx.now,
  })
  await record(tx, ctx, {
    type: 'membership.started',
    happenedOn: startedOn,
    personId,
    refs: { membership: id, group: group.id, ...(more.resumesId ? { resumes: more.resumesId } : {}) },
    after: { startedOn, finishedOn },
  })
  if (more.isNews ?? true) await tellLeads(tx, ctx, group, personId)
  return id
}

async function tellLeads(tx: Tx, ctx: Ctx, group: NewMembership['group'], joined: string) {
  const open = await tx
    .select({ personId: groupLeads.personId })
    .from(groupLeads)
    .where(
      and(eq(groupLeads.groupId, group.id), isNull(groupLeads.finishedOn), ne(groupLeads.personId, joined)),
    )
  const told = open.filter(({ personId }) => personId !== ctx.viewer)
  const refs = { group: group.id, slug: group.slug }
  await notify(
    tx,
    ctx,
    told.map(({ personId }) => ({ personId, kind: 'group.joined', aboutPersonId: joined, refs })),
  )
}
