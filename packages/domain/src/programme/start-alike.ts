import { agreements, eq, inList, insertMany, mentorships, sql, type Tx } from '@wirearchy/db'
import { type Day, groupBy, type MemberCtx, newId } from '@wirearchy/domain'
import { nationIn } from '@wirearchy/domain/calendar'
import { nextNo, recordAll } from '@wirearchy/domain/ledger'
import { startChapter } from '@wirearchy/domain/mentoring'
import type { Programme } from './find.ts'
import type { Begun, Matched } from './start-all.ts'

interface Start {
  programme: Programme
  startsOn: Day
}

/**
 * Opens a chapter for each of many pairs. `startChapter` alone knows what that takes: it opens those of two who were
 * mentor and mentee before, and the first of every nation; all others of that nation are written like the first, in a
 * handful of statements however many they are.
 */
export async function startAlike(tx: Tx, ctx: MemberCtx, start: Start, pairs: Matched[]): Promise<Begun[]> {
  const kinds = groupBy(pairs, await kindsOf(tx, pairs))
  const begun: Begun[] = []
  for (const [kind, [first, ...rest]] of kinds) {
    if (!first) continue
    const one = await startOne(tx, ctx, start, first)
    begun.push(one)
    if (kind !== KNOWN) begun.push(...(await startLike(tx, ctx, one, rest)))
    else for (const pair of rest) begun.push(await startOne(tx, ctx, start, pair))
  }
  return begun
}

const KNOWN = 'known to each other'

/** By pair: the nation by whose school year its days are counted, or that the two were mentor and mentee before. */
async function kindsOf(tx: Tx, pairs: Matched[]) {
  const mentees = inList(pairs.map(({ menteeId }) => menteeId))
  const known = await tx.rows<{ pair: string }>(sql`
    select mentee_id || ' ' || mentor_id as pair from mentorships where mentee_id in (${mentees})`)
  const lives = await tx.rows<{ id: string; nation: string }>(sql`
    select someone.id as id, ${nationIn(sql.raw('someone.id'))} as nation from people someone where someone.id in (${mentees})`)
  const before = new Set(known.map(({ pair }) => pair))
  const nations = new Map(lives.map(({ id, nation }) => [id, nation]))
  return ({ menteeId, mentorId }: Matched) =>
    before.has(`${menteeId} ${mentorId}`) ? KNOWN : (nations.get(menteeId) ?? '')
}

async function startOne(
  tx: Tx,
  ctx: MemberCtx,
  { programme, startsOn }: Start,
  pair: Matched,
): Promise<Begun> {
  const { mentorId, menteeId } = pair
  const about = {
    unit: programme.unit,
    startedOn: startsOn,
    programmeId: programme.id,
    arrangedById: ctx.viewer,
  }
  const mentorshipId = await startChapter(tx, ctx, { mentorId, menteeId, ...about })
  return { ...pair, mentorshipId, startedOn: startsOn }
}

/** Chapters and terms like one that was just opened, with their entries in the ledger, in the order of the pairs. */
async function startLike(
  tx: Tx,
  ctx: MemberCtx,
  { mentorshipId, startedOn }: Begun,
  pairs: Matched[],
): Promise<Begun[]> {
  if (pairs.length === 0) return []
  const [chapter] = await tx.select().from(mentorships).where(eq(mentorships.id, mentorshipId))
  const [terms] = await tx.select().from(agreements).where(eq(agreements.mentorshipId, mentorshipId))
  if (!chapter || !terms) throw new Error('A chapter was opened without its row or its terms.')
  const first = await nextNo(tx, 'mentorships', pairs.length)
  const ids = pairs.map(() => newId(ctx.now)).sort()
  const begun = pairs.map((pair, at) => ({ ...pair, mentorshipId: ids[at] ?? '', startedOn }))
  const rows = begun.map(({ mentorshipId: id, mentorId, menteeId }, at) => ({
    ...{ ...chapter, id, no: first + at, mentorId, menteeId },
  }))
  await insertMany(tx, mentorships, rows)
  await insertMany(
    tx,
    agreements,
    rows.map(({ id }) => ({ ...terms, mentorshipId: id })),
  )
  await recordAll(
    tx,
    ctx,
    rows.map(({ id, mentorId, menteeId, kind }) => ({
      ...{ type: 'mentorship.started', happenedOn: startedOn, personId: menteeId },
      ...{ refs: { mentorship: id, mentor: mentorId }, after: { kind } },
    })),
  )
  return begun
}
