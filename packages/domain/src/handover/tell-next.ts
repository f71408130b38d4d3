import { eq, handovers, mentorships, sql, type Tx } from '@wirearchy/db'
import { addDays, type Ctx } from '@wirearchy/domain'
import { tell } from '@wirearchy/domain/notice'
import { nameOf } from '@wirearchy/domain/space'
import { takeTurn } from '@wirearchy/domain/stint'
import { OPEN_DAYS, openUntil } from './chapters.ts'
import { readyLetter } from './emails.ts'
import { nextOf } from './pages.ts'

/**
 * The daily job: a mentor whom a school set up after the mentee let the next one read the hand-over page hears once that
 * it awaits them, while the three may still write to each other. Whoever arranged the mentorship needs to know nothing of
 * it. A fault in one holds up no other: it is thrown at the end.
 */
export async function tellNextMentors(ctx: Ctx) {
  const waiting = await ctx.store.read.rows<{ id: string; menteeId: string }>(sql`
    select page.id as id, ended.mentee_id as "menteeId" from handovers page
    join mentorships ended on ended.id = page.mentorship_id
    join people mentee on mentee.id = ended.mentee_id and mentee.status = 'active'
    where page.approved_at is not null and exists (select 1 from mentorships next_
      where next_.mentee_id = ended.mentee_id and next_.kind = 'statutory' and next_.voided_at is null
      and next_.started_on > ended.finished_on and next_.started_on >= ${addDays(ctx.today, -OPEN_DAYS)}
      and next_.id is not page.next_mentorship_id)
    order by page.id`)
  const faults: unknown[] = []
  for (const { id, menteeId } of waiting)
    await ctx.store.tx((tx) => tellNext(tx, ctx, id, menteeId)).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}

/** Writes the next mentor down with the page, so that they are told once. */
async function tellNext(tx: Tx, ctx: Ctx, handoverId: string, menteeId: string) {
  await takeTurn(tx, menteeId)
  const [found] = await tx
    .select({ page: handovers, ended: mentorships })
    .from(handovers)
    .innerJoin(mentorships, eq(mentorships.id, handovers.mentorshipId))
    .where(eq(handovers.id, handoverId))
  const next = found?.page.approvedAt ? await nextOf(tx, found.page, found.ended) : null
  if (!found || !next || next.id === found.page.nextMentorshipId || openUntil(next) < ctx.today) return
  const kept = { nextMentorshipId: next.id, openUntil: openUntil(next) }
  await tx.update(handovers).set(kept).where(eq(handovers.id, handoverId))
  const news = { personId: next.mentorId, aboutPersonId: menteeId, kind: 'handover.approved' }
  const letter = readyLetter(ctx, await nameOf(tx, menteeId), next.id)
  await tell(tx, ctx, [{ ...news, refs: { mentorship: next.id }, letter }])
}
