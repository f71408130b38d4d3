import { and, eq, isNull, mentorships, sql, type Tx } from '@wirearchy/db'
import { dayAfter, isOver, type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import { nextNo, record } from '@wirearchy/domain/ledger'
import { blockedWith } from '@wirearchy/domain/visibility'
import { isByHand } from './by-hand.ts'
import { carryAgreement } from './carry-agreement.ts'
import type { MentorshipRef } from './input.ts'
import { isMover } from './knows-end.ts'
import { takeTurn } from './take-turn.ts'
import type { MentorshipRow } from './void-stint.ts'

/**
 * One tap, by either of the two, after a school's mentoring ended with a move: it goes on between the two people,
 * with no school in it, and so does what they agreed on. Tapping again changes nothing.
 * @throws Problem not_found for a mentorship of others, or when either keeps the other out · conflict while it goes on,
 * and when one of the two ended it
 */
export const keepAsInformalMentor = (
  ctx: MemberCtx,
  { mentorshipId }: MentorshipRef,
): Promise<{ mentorshipId: string }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const ended = await mine(tx, ctx, mentorshipId)
    if (ended.finishedOn === null || ended.kind !== 'statutory' || !mayKnow(ctx, ended))
      throw new Problem('conflict', 'This mentoring still goes on. There is nothing to keep yet.')
    const chapters = await tx.select().from(mentorships).where(isOfPair(ended)).orderBy(mentorships.startedOn)
    const open = chapters.find(({ finishedOn }) => finishedOn === null)
    if (open) return { mentorshipId: open.id }
    if (chapters.some((one) => one.startedOn >= ended.startedOn && isByHand(one)))
      throw new Problem('conflict', 'One of you ended this mentoring. To begin again, ask for it anew.')
    return { mentorshipId: await write(tx, ctx, ended, dayAfter(ended.finishedOn)) }
  })

async function mine(tx: Tx, { viewer }: MemberCtx, id: string): Promise<MentorshipRow> {
  const [found] = await tx
    .select()
    .from(mentorships)
    .where(and(eq(mentorships.id, id), isNull(mentorships.voidedAt)))
  if (!found || ![found.mentorId, found.menteeId].includes(viewer)) throw Problem.notFound()
  const other = found.mentorId === viewer ? found.menteeId : found.mentorId
  const kept = await tx.rows(sql`select 1 from (${blockedWith(viewer)}) b where b.blocked_id = ${other}`)
  if (kept.length > 0) throw Problem.notFound()
  return found
}

/** A last day ahead is known to who moves; the other hears of it when it is over. */
const mayKnow = (ctx: MemberCtx, ended: MentorshipRow) => isOver(ended, ctx.today) || isMover(ctx, ended)

const isOfPair = ({ mentorId, menteeId }: MentorshipRow) =>
  and(eq(mentorships.mentorId, mentorId), eq(mentorships.menteeId, menteeId), isNull(mentorships.voidedAt))

async function write(
  tx: Tx,
  ctx: MemberCtx,
  { id: continuesId, mentorId, menteeId }: MentorshipRow,
  startedOn: string,
) {
  const id = newId(ctx.now)
  const row = {
    id,
    no: await nextNo(tx, 'mentorships'),
    mentorId,
    menteeId,
    kind: 'informal' as const,
    startedOn,
  }
  await tx.insert(mentorships).values({ ...row, continuesId, arrangedById: ctx.viewer, createdAt: ctx.now })
  await carryAgreement(tx, ctx, row)
  const refs = { mentorship: id, continues: continuesId }
  await record(tx, ctx, {
    type: 'mentorship.started',
    happenedOn: startedOn,
    personId: menteeId,
    refs,
    after: { kind: 'informal' },
  })
  const other = mentorId === ctx.viewer ? menteeId : mentorId
  const showFrom = Math.max(ctx.now, Date.parse(`${startedOn}T07:30:00Z`))
  const notice = { personId: other, kind: 'mentorship.kept', aboutPersonId: ctx.viewer, showFrom }
  await notify(tx, ctx, [{ ...notice, refs: { mentorship: id } }])
  return id
}
