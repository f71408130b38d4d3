import { and, eq, groupLeads, isNull, people } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { isOpen } from './close-membership.ts'
import { ledGroup } from './find.ts'
import type { MakeLead } from './input.ts'
import { myGroups } from './my-groups.ts'
import { yearsInWords } from './title.ts'
import { timeOf } from './whose.ts'

/** One member's time in a group, and what whoever runs it can change about it. */
export async function memberTime(ctx: MemberCtx, { slug, personId }: MakeLead) {
  const { read } = ctx.store
  const group = await ledGroup(read, ctx, slug)
  const { memberships } = await timeOf(read, ctx, slug, personId)
  const [someone] = await read
    .select({ name: people.displayName })
    .from(people)
    .where(eq(people.id, personId))
  if (!someone || memberships.length === 0) throw Problem.notFound()
  const led = (await myGroups(ctx)).filter((other) => other.isLead && other.slug !== slug)
  const canStop = memberships.some((membership) => isOpen(membership, ctx.today))
  return {
    group: { slug, name: group.name, years: yearsInWords(group.academicYear) },
    personId,
    name: someone.name,
    times: memberships.map(({ id, startedOn, finishedOn, outcome }) => ({
      id,
      startedOn,
      finishedOn,
      outcome,
    })),
    canStop,
    canCarryOn: !canStop && memberships[0]?.outcome === 'deferred',
    isLead: await runsIt(ctx, group.id, personId),
    otherGroups: led.map((other) => ({ slug: other.slug, called: `${other.name}, ${other.years}` })),
  }
}

async function runsIt({ store }: MemberCtx, groupId: string, personId: string) {
  const open = and(
    eq(groupLeads.groupId, groupId),
    eq(groupLeads.personId, personId),
    isNull(groupLeads.finishedOn),
  )
  return (await store.read.$count(groupLeads, open)) > 0
}
