import { inList, people, sql, type Tx } from '@wirearchy/db'
import { type Ctx, groupBy } from '@wirearchy/domain'
import { addressesOf } from '@wirearchy/domain/account'
import { londonTime } from '@wirearchy/domain/calendar'
import { type Letter, type Notice, notify, postAll } from '@wirearchy/domain/job'
import { matchedLetter, menteesLetter, unmatchedLetter } from './emails-published.ts'
import type { Programme } from './find.ts'
import type { Begun } from './start-all.ts'
import { type Joined, whoIsIn } from './who-is-in.ts'

type Side = Joined['side']
type Post = Omit<Letter, 'to' | 'personId'>

/**
 * Everybody hears once what a published run means for them, by one letter: with whom and why, or that there was nobody
 * this time. A mentor of several is told where it stands: their letter names nobody and counts nobody, since it goes
 * whatever they may see by then. On their page is a notice about each, from the day on which the two begin.
 */
export async function tellAll(tx: Tx, ctx: Ctx, programme: Programme, begun: Begun[]) {
  const joined = await whoIsIn(tx, programme.id)
  const ids = joined.map(({ personId }) => personId)
  const names = await namesOf(tx, ids)
  const own = {
    mentor: groupBy(begun, ({ mentorId }) => mentorId),
    mentee: groupBy(begun, ({ menteeId }) => menteeId),
  }
  const addresses = await addressesOf(tx, ctx, ids)
  const [notices, letters]: [Notice[], Letter[]] = [[], []]
  for (const { personId, side } of joined) {
    const mine = own[side].get(personId) ?? []
    notices.push(...noticesFor(ctx, programme, { personId, side, mine }))
    const to = addresses.get(personId)
    if (to) letters.push({ ...letterFor(ctx, programme, side, mine, names), to, personId })
  }
  await notify(tx, ctx, notices)
  await postAll(tx, ctx, letters)
}

interface One {
  personId: string
  side: Side
  mine: Begun[]
}

/** One about each other, once the two have begun; until then, that there is something to see. */
function noticesFor({ today }: Ctx, { id }: Programme, { personId, side, mine }: One): Notice[] {
  const refs = { programme: id }
  if (mine.length === 0) return [{ personId, kind: 'programme.unmatched', refs }]
  const about = mine.map(
    ({ startedOn, mentorshipId, ...two }): Notice => ({
      ...{ personId, kind: 'programme.matched', aboutPersonId: otherOf(two, side) },
      refs: { mentorship: mentorshipId, ...refs },
      ...(startedOn > today ? { showFrom: londonTime(startedOn, 0) } : {}),
    }),
  )
  const isLater = mine.some(({ startedOn }) => startedOn > today)
  return isLater ? [...about, { personId, kind: 'programme.placed', refs }] : about
}

function letterFor(
  ctx: Ctx,
  programme: Programme,
  side: Side,
  mine: Begun[],
  names: Map<string, string>,
): Post {
  const [one, another] = mine
  if (!one) return unmatchedLetter(ctx, programme, side)
  const from = one.startedOn > ctx.today ? one.startedOn : null
  if (another) return menteesLetter(ctx, programme, from)
  const aboutPersonId = otherOf(one, side)
  const other = names.get(aboutPersonId) ?? ''
  return { ...matchedLetter(ctx, { ...one, programme, side, other, from }), aboutPersonId }
}

const otherOf = ({ menteeId, mentorId }: Pick<Begun, 'menteeId' | 'mentorId'>, side: Side) =>
  side === 'mentor' ? menteeId : mentorId

async function namesOf(tx: Tx, ids: string[]) {
  const found = await tx
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(sql`${people.id} in (${inList(ids)})`)
  return new Map(found.map(({ id, name }) => [id, name]))
}
