import { and, eq, gt, isNotNull, mails, meetings, mentorships, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { ClaimedJob } from '@wirearchy/domain/job'
import { hanging, letGo } from './let-go.ts'
import { meetingsHeldBy } from './standing.ts'
import { tellCancelled } from './telling.ts'

/**
 * Somebody is not here any more: what they had ahead is called off at once, and the other one's calendar hears of it,
 * without a name. It hears again of what a letter called off that was forgotten with them before it went.
 */
export async function callOffGone(ctx: Ctx, { payload }: Pick<ClaimedJob, 'payload'>) {
  const personId = String(payload.personId)
  for (const id of await hanging(ctx, meetingsHeldBy(personId)))
    await ctx.store.tx((tx) => letGo(tx, ctx, id))
  await ctx.store.tx((tx) => tellForgotten(tx, ctx, personId))
}

/** A letter that has gone knows its page no more, nor does one that was dropped when it was to go; a forgotten one does. */
async function tellForgotten(tx: Tx, ctx: Ctx, personId: string) {
  const calledOff = and(eq(mails.aboutPersonId, personId), eq(mails.kind, 'meeting_cancelled'))
  const forgotten = and(calledOff, isNotNull(mails.droppedAt), isNotNull(mails.href))
  const letters = await tx.select({ id: mails.id, href: mails.href }).from(mails).where(forgotten)
  for (const { id, href } of letters) {
    await tx.update(mails).set({ href: null }).where(eq(mails.id, id))
    await tellAgain(tx, ctx, href?.split('/').at(-1) ?? '')
  }
}

async function tellAgain(tx: Tx, ctx: Ctx, meetingId: string) {
  const [found] = await tx
    .select({ meeting: meetings, mentorId: mentorships.mentorId, menteeId: mentorships.menteeId })
    .from(meetings)
    .innerJoin(mentorships, eq(mentorships.id, meetings.mentorshipId))
    .where(and(eq(meetings.id, meetingId), eq(meetings.state, 'cancelled'), gt(meetings.startsAt, ctx.now)))
  if (found) await tellCancelled(tx, ctx, found, found.meeting, true)
}
