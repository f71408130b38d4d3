import { and, eq, isNotNull, isNull, providers, seats } from '@wirearchy/db'
import { addDays, type Day, dayAsked, type MemberCtx } from '@wirearchy/domain'
import { isOpen } from './close-membership.ts'
import { type Group, type Membership, seenGroup } from './find.ts'
import type { GroupAsOf } from './input.ts'
import { leadLines, type MemberLine, memberLines } from './member-lines.ts'
import { sorted, teaches } from './members.ts'
import { yearsInWords } from './title.ts'

const FEW = 12
const LATELY_DAYS = 120

/**
 * The lasting home of a group: its people as far as the viewer may see them, how many share their subject, where they
 * are now, who moved of late; for whoever runs it, how many seats are taken. As of an earlier day: who was in it that
 * day, and nothing to do.
 * @throws Problem bad_input for a day to come
 * @throws Problem not_found to anybody who was never in it and does not run it
 */
export async function groupPage(ctx: MemberCtx, { slug, asOf }: GroupAsOf) {
  const on = dayAsked(ctx, asOf)
  const { group, isLead, mine } = await seenGroup(ctx.store.read, ctx, slug)
  const [lines, leads] = [await memberLines(ctx, group.id, isLead, on), await leadLines(ctx, group.id, on)]
  const isToday = on === ctx.today
  const others = sorted(
    lines.filter(({ isMe }) => !isMe),
    'name',
  )
  const me = lines.find(({ isMe }) => isMe)
  return {
    ...(await about(ctx, group)),
    isLead,
    mine: isToday ? mine.map(mineIn) : [],
    today: on,
    ...(isToday ? whatNext(ctx, group, mine) : { canStop: false, canCarryOn: false }),
    total: lines.length,
    people: [...(me ? [me] : []), ...others].slice(0, FEW),
    shareMySubject: sharing(me, others),
    recentMoves: recentMoves(others, on),
    leads,
    seats: isLead && isToday ? await seatCount(ctx, group.id) : null,
  }
}

async function about({ store }: MemberCtx, group: Group) {
  const [provider] = group.providerId
    ? await store.read
        .select({ name: providers.name })
        .from(providers)
        .where(eq(providers.id, group.providerId))
    : []
  const { slug, name, route, subject, phase, startedOn, finishedOn } = group
  const years = yearsInWords(group.academicYear)
  return { slug, name, years, provider: provider?.name ?? null, route, subject, phase, startedOn, finishedOn }
}

const mineIn = ({ id, startedOn, finishedOn, outcome }: Membership) => ({
  id,
  startedOn,
  finishedOn,
  outcome,
})

/** Whether the viewer may stop or leave now, or carry on after they stopped. */
function whatNext({ today }: MemberCtx, group: Group, mine: Membership[]) {
  const canStop = mine.some((membership) => isOpen(membership, today))
  return { canStop, canCarryOn: !canStop && mine[0]?.outcome === 'deferred' && group.finishedOn >= today }
}

/** Those who share a subject with me, by the subject that most share; null when I teach none or nobody does. */
function sharing(me: MemberLine | undefined, others: MemberLine[]) {
  const counted = (me?.subjects ?? []).map((subject) => ({
    subject,
    howMany: others.filter((line) => teaches(line, subject)).length,
  }))
  return counted.filter(({ howMany }) => howMany > 0).sort((a, b) => b.howMany - a.howMany)[0] ?? null
}

/** Who began somewhere new in the last months, newest first. */
function recentMoves(lines: MemberLine[], today: Day) {
  const since = addDays(today, -LATELY_DAYS)
  return lines
    .flatMap(({ id, name, schools }) => schools.map((school) => ({ id, name, school })))
    .filter(({ school }) => school.startedOn >= since)
    .sort((a, b) => (a.school.startedOn < b.school.startedOn ? 1 : -1))
    .slice(0, 6)
}

async function seatCount({ store }: MemberCtx, groupId: string) {
  const kept = and(eq(seats.groupId, groupId), isNull(seats.voidedAt))
  const [total, taken] = [
    await store.read.$count(seats, kept),
    await store.read.$count(seats, and(kept, isNotNull(seats.claimedById))),
  ]
  return { total, taken }
}
