import { and, endings, eq, mentorships, notifications, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { ClaimedJob } from '@wirearchy/domain/job'
import { chaptersOf, isGoingOn } from '@wirearchy/domain/mentoring'
import { tell } from '@wirearchy/domain/notice'

/**
 * The job behind "ask me again later": about two terms on, the other hears that they may. Not when the two go on again
 * by then; and out of sight it does not show.
 */
export const askAgain = (ctx: Ctx, { payload }: Pick<ClaimedJob, 'payload'>) =>
  ctx.store.tx(async (tx) => {
    const [found] = await tx
      .select({ ending: endings, held: mentorships })
      .from(endings)
      .innerJoin(mentorships, eq(mentorships.id, endings.mentorshipId))
      .where(eq(endings.id, String(payload.endingId)))
    if (!found) return
    const { ending, held } = found
    const chapters = await chaptersOf(tx, held.mentorId, held.menteeId)
    if (chapters.some((one) => isGoingOn(one, ctx.today))) return
    const [mine, theirs] =
      ending.by === 'mentor' ? [held.mentorId, held.menteeId] : [held.menteeId, held.mentorId]
    if (await isTold(theirs, ending.id)) return
    const refs = { mentorship: held.id, ending: ending.id }
    await tell(tx, ctx, [{ personId: theirs, aboutPersonId: mine, kind: 'mentoring.again', refs }])

    async function isTold(personId: string, id: string) {
      const own = and(eq(notifications.personId, personId), eq(notifications.kind, 'mentoring.again'))
      return (await tx.$count(notifications, and(own, sql`${notifications.refs} ->> 'ending' = ${id}`))) > 0
    }
  })
