import { and, checkIns, eq, isNull, lte, mentorships, type Tx } from '@wirearchy/db'
import { addDays, type Ctx, newId } from '@wirearchy/domain'
import { nationOf } from '@wirearchy/domain/calendar'
import { enqueue } from '@wirearchy/domain/job'
import { tell } from '@wirearchy/domain/notice'
import { type DueCheckIn, dueCheckIns, isOpen } from './check-in-due.ts'
import { checkInLetter } from './emails.ts'
import { nameOf } from './rows.ts'

const AT_ONCE = 20
/** What is more than this is for the next job: no job takes minutes. */
const MOST = 1_000
/** Ten school days are never fewer than these. */
const SOONEST = 14

/**
 * Once a day: asks each side of a pair how it goes when the day for that has come, and lets go what nobody answered. A
 * fault in one holds up no other: it is thrown at the end.
 */
export async function askHowItGoes(ctx: Ctx, most = MOST) {
  const due = await dueCheckIns(ctx)
  const now = due.slice(0, most)
  const faults: unknown[] = []
  for (let from = 0; from < now.length; from += AT_ONCE)
    faults.push(...(await writeAll(ctx, now.slice(from, from + AT_ONCE))))
  await ctx.store
    .tx(async (tx) => {
      await lapse(tx, ctx)
      if (due.length > most && faults.length < now.length) await enqueue(tx, ctx, { kind: 'check-in.ask' })
    })
    .catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}

/** Together; where one of them is faulty, each by itself. What went wrong comes back. */
async function writeAll(ctx: Ctx, some: DueCheckIn[]): Promise<unknown[]> {
  const writeThese = (these: DueCheckIn[]) =>
    ctx.store.tx(async (tx) => {
      for (const one of these) await write(tx, ctx, one)
    })
  const faults: unknown[] = []
  const oneByOne = async () => {
    for (const one of some) await writeThese([one]).catch((fault) => faults.push(fault))
  }
  await writeThese(some).catch(oneByOne)
  return faults
}

async function write(tx: Tx, ctx: Ctx, { mentorshipId, by, kind, dueOn, personId, otherId }: DueCheckIn) {
  const id = newId(ctx.now)
  const written = await tx
    .insert(checkIns)
    .values({ id, mentorshipId, by, kind, dueOn, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: checkIns.id })
  if (written.length === 0) return
  const at = { origin: ctx.origin, href: `/mentoring/${mentorshipId}/check-in/${id}` }
  const letter = checkInLetter(at, await nameOf(tx, otherId))
  const refs = { mentorship: mentorshipId, checkIn: id }
  await tell(tx, ctx, [{ personId, kind: 'check-in.due', aboutPersonId: otherId, refs, letter }])
}

/** Two school weeks without an answer, and it is not asked again. */
async function lapse(tx: Tx, ctx: Ctx) {
  const open = and(isNull(checkIns.answeredAt), isNull(checkIns.skippedAt))
  const waiting = await tx
    .select({ id: checkIns.id, by: checkIns.by, dueOn: checkIns.dueOn, chapter: mentorships })
    .from(checkIns)
    .innerJoin(mentorships, eq(mentorships.id, checkIns.mentorshipId))
    .where(and(open, lte(checkIns.dueOn, addDays(ctx.today, -SOONEST))))
  for (const { id, by, dueOn, chapter } of waiting) {
    const personId = by === 'mentor' ? chapter.mentorId : chapter.menteeId
    if (isOpen(dueOn, ctx.today, await nationOf(tx, personId))) continue
    await tx
      .update(checkIns)
      .set({ skippedAt: ctx.now })
      .where(and(eq(checkIns.id, id), open))
  }
}
