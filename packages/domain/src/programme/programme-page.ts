import { asc, eq, groups, programmeRuns, schools } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { type Place, type Programme, seenProgramme } from './find.ts'
import type { ProgrammeRef } from './input.ts'
import { myPairs } from './my-pairs.ts'
import { whoWasAsked } from './people-page.ts'
import { suggested } from './suggested.ts'

/**
 * A programme as whoever runs it sees it (who is in, what comes next, the runs), and as whoever is in it does: what it
 * is, their own place in it, and once it is published whom they were put together with and why.
 */
export async function programmePage(ctx: MemberCtx, { programmeId }: ProgrammeRef) {
  const { programme, isLead, mine, mayReturn } = await seenProgramme(ctx.store.read, ctx, programmeId)
  const { id, name, unit, state, startsOn, wishesUntil } = programme
  return {
    programme: { id, name, unit, state, startsOn, wishesUntil, ...(await homeOfIt(ctx, programme)) },
    canWish: state === 'wishes' && (wishesUntil ?? '') >= ctx.today && (mine?.joinedAt ?? null) !== null,
    mine: mine
      ? await placeSeen(ctx, mine)
      : mayReturn
        ? await placeSeen(ctx, { ...NOTHING_SAID, ...mayReturn })
        : null,
    pairs: mine && programme.publishedRunId ? await myPairs(ctx, programme.publishedRunId) : [],
    lead: isLead ? await forLead(ctx, programme) : null,
  }
}

/** The place of somebody who said no, as they would come back to it. */
const NOTHING_SAID = { places: 1, subject: null, department: null, town: null, joinedAt: null }

async function homeOfIt({ store: { read } }: MemberCtx, { groupId, schoolId }: Programme) {
  const [group] = groupId ? await read.select().from(groups).where(eq(groups.id, groupId)) : []
  const [school] = schoolId ? await read.select().from(schools).where(eq(schools.id, schoolId)) : []
  return { home: group?.name ?? school?.name ?? '', slug: group?.slug ?? null, schoolId: school?.id ?? null }
}

/** The viewer's own place, with what their profile suggests where they have not said it. */
async function placeSeen(
  ctx: MemberCtx,
  place: Omit<Place, 'id' | 'programmeId' | 'personId' | 'leftAt'> & { isOwnNo?: boolean },
) {
  const { side, places, subject, department, town, joinedAt } = place
  const hasJoined = joinedAt !== null
  const usual = hasJoined ? { subject, town } : await suggested(ctx)
  const saidNo = place.isOwnNo ?? false
  return { side, places, department, hasJoined, saidNo, subject: usual.subject, town: usual.town }
}

async function forLead(ctx: MemberCtx, programme: Programme) {
  const people = await whoWasAsked(ctx, programme)
  const count = (side: 'mentor' | 'mentee') => {
    const those = people.filter((one) => one.side === side)
    const joined = those.filter(({ hasJoined }) => hasJoined)
    const places = joined.reduce((sum, one) => sum + one.places, 0)
    return { asked: those.length, joined: joined.length, places }
  }
  const runs = await ctx.store.read
    .select()
    .from(programmeRuns)
    .where(eq(programmeRuns.programmeId, programme.id))
    .orderBy(asc(programmeRuns.no))
  const [mentees, mentors] = [count('mentee'), count('mentor')]
  const canMatch = mentees.joined > 0 && mentors.joined > 0
  return {
    ...{ mentees, mentors },
    next: nextStep(ctx, programme, canMatch, runs.length),
    runs: runs.map(({ id, no, createdAt, figures }) => ({
      ...{ no, createdAt, isPublished: id === programme.publishedRunId },
      figures: { matched: figures.matched ?? 0, unmatched: figures.unmatched ?? 0 },
    })),
  }
}

/** What a lead does next. */
function nextStep({ today }: MemberCtx, { state, wishesUntil }: Programme, canMatch: boolean, runs: number) {
  if (state === 'published' || state === 'closed') return 'nothing' as const
  if (!canMatch) return 'ask' as const
  if (wishesUntil !== null && wishesUntil >= today) return 'wait' as const
  if (runs > 0) return 'look' as const
  return wishesUntil === null ? ('wishes' as const) : ('match' as const)
}
