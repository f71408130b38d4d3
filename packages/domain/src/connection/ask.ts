import { and, connectionRequests, eq, gte, inArray, people, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { addressOf } from '@wirearchy/domain/account'
import { notify, post } from '@wirearchy/domain/job'
import { record } from '@wirearchy/domain/ledger'
import { oneTap } from '@wirearchy/domain/notice'
import { mustSee } from '@wirearchy/domain/visibility'
import { accept } from './accept.ts'
import { askedLetter } from './emails.ts'
import type { Ask } from './input.ts'
import { openConnection, waitingRequest } from './pair.ts'
import { preferenceOf } from './prefer.ts'

const MOST_A_WEEK = 20
const WEEK_MS = 7 * 86_400_000
/** For this long after a no, asking again reaches nobody; the asker cannot tell. */
const NO_HOLDS_MS = 365 * 86_400_000

/**
 * The viewer asks somebody in sight to say that they know each other. Asking again changes nothing;
 * asking somebody who has asked the viewer is a yes.
 * @throws Problem not_found out of sight · conflict when they are connected · too_many beyond 20 a week
 */
export async function ask(ctx: MemberCtx, { personId, sentence }: Ask) {
  await mustSee(ctx, personId)
  if (personId === ctx.viewer)
    throw new Problem('bad_input', 'This is your own page. Choose somebody else to ask.')
  return ctx.store.tx(async (tx) => {
    if (await openConnection(tx, ctx.viewer, personId))
      throw new Problem('conflict', 'You both say already that you know each other.')
    const theirs = await waitingRequest(tx, personId, ctx.viewer)
    if (theirs) return accept(tx, ctx, theirs)
    const mine = await waitingRequest(tx, ctx.viewer, personId)
    if (mine) return { requestId: mine.id, state: 'waiting' as const }
    await refuseTooMany(tx, ctx)
    return { requestId: await send(tx, ctx, personId, sentence), state: 'waiting' as const }
  })
}

async function refuseTooMany(tx: Tx, ctx: MemberCtx) {
  const asked = await tx.$count(
    connectionRequests,
    and(eq(connectionRequests.fromId, ctx.viewer), gte(connectionRequests.createdAt, ctx.now - WEEK_MS)),
  )
  if (asked >= MOST_A_WEEK)
    throw new Problem('too_many', 'You have asked 20 people this week. Ask the next one in a few days.')
}

async function send(tx: Tx, ctx: MemberCtx, toId: string, sentence: string) {
  const id = newId(ctx.now)
  const saidNo = await hasSaidNo(tx, ctx, toId)
  await tx.insert(connectionRequests).values({
    id,
    fromId: ctx.viewer,
    toId,
    sentence,
    state: saidNo ? 'declined' : 'open',
    createdAt: ctx.now,
    answeredAt: saidNo ? ctx.now : null,
  })
  await record(tx, ctx, {
    type: 'connection.asked',
    personId: ctx.viewer,
    refs: { request: id, other: toId },
  })
  if (!saidNo) await tell(tx, ctx, toId, sentence, id)
  return id
}

async function hasSaidNo(tx: Tx, ctx: MemberCtx, toId: string) {
  const since = ctx.now - NO_HOLDS_MS
  const { fromId, toId: to, state, answeredAt } = connectionRequests
  const no = and(inArray(state, ['declined', 'withdrawn']), gte(answeredAt, since))
  const nos = await tx.$count(connectionRequests, and(eq(fromId, ctx.viewer), eq(to, toId), no))
  return nos > 0
}

async function tell(tx: Tx, ctx: MemberCtx, toId: string, sentence: string, request: string) {
  await notify(tx, ctx, [
    { personId: toId, kind: 'connection.asked', aboutPersonId: ctx.viewer, refs: { request } },
  ])
  const address = await addressOf(tx, ctx, toId)
  const { muted } = await preferenceOf(tx, toId, ctx.viewer)
  if (!address || muted) return
  const [me] = await tx.select({ name: people.displayName }).from(people).where(eq(people.id, ctx.viewer))
  const tap = (answer: 'yes' | 'no') =>
    oneTap(tx, ctx, { personId: toId, act: 'connection.answer', input: { requestId: request, answer } })
  const buttons = { yes: await tap('yes'), no: await tap('no') }
  const letter = askedLetter(ctx, { name: me?.name ?? '', sentence, ...buttons })
  await post(tx, ctx, { to: address, ...letter, personId: toId, aboutPersonId: ctx.viewer })
}
