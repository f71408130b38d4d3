import { eq, sql, stints, type Tx } from '@wirearchy/db'
import { covers, type MemberCtx, Problem } from '@wirearchy/domain'
import { blockedWith } from '@wirearchy/domain/visibility'
import { adopt, liveStints, type StintRow } from './adopt.ts'
import { joinMove, moveSpokenOf, openMove } from './attach.ts'
import { checkNear, inWords } from './days.ts'
import type { ReportLeaving } from './input.ts'
import { mustLead } from './lead.ts'
import { reconcile } from './reconcile.ts'
import { claimsOf, say, withdraw } from './say.ts'
import { takeTurn } from './take-turn.ts'
import { tellReported } from './tell-reported.ts'
import { stands } from './word.ts'

/**
 * A school's lead says when somebody's time there ends. It is the school's word: it counts once the person says so,
 * or after fourteen days without objection, and never against the person's own. No other school is touched.
 * @throws Problem not_found unless the viewer leads that school and the stay is there now
 */
export async function reportLeaving(
  ctx: MemberCtx,
  { stintId, lastDay }: ReportLeaving,
): Promise<{ claimId: string }> {
  checkNear(ctx.today, lastDay, 'lastDay')
  return ctx.store.tx(async (tx) => {
    const personId = await whoseStay(tx, ctx, stintId)
    await takeTurn(tx, personId)
    await adopt(tx, ctx, personId)
    const stint = await staffStint(tx, ctx, personId, stintId)
    if (lastDay < stint.startedOn) {
      const began = inWords(stint.startedOn)
      throw new Problem(
        'bad_input',
        `Their time here began on ${began}. The last day cannot be before that.`,
        {
          field: 'lastDay',
        },
      )
    }
    const said = await saidBefore(tx, ctx, stint, lastDay)
    if (said) return { claimId: said }
    return { claimId: await speak(tx, ctx, stint, lastDay) }
  })
}

async function whoseStay(tx: Tx, ctx: MemberCtx, stintId: string) {
  const [stint] = await tx.select().from(stints).where(eq(stints.id, stintId))
  if (!stint || stint.voidedAt !== null) throw Problem.notFound()
  await mustLead(tx, ctx, stint.schoolId)
  const blocked = await tx.rows(
    sql`select 1 from (${blockedWith(ctx.viewer)}) b where b.blocked_id = ${stint.personId}`,
  )
  if (blocked.length > 0) throw Problem.notFound()
  return stint.personId
}

async function staffStint(tx: Tx, ctx: MemberCtx, personId: string, stintId: string): Promise<StintRow> {
  const stint = (await liveStints(tx, personId)).find(({ id }) => id === stintId)
  if (!stint || !covers(stint, ctx.today)) throw Problem.notFound()
  return stint
}

/** The same word twice is one word; another day takes the place of the school’s earlier one. */
async function saidBefore(tx: Tx, ctx: MemberCtx, stint: StintRow, lastDay: string) {
  const before = (await claimsOf(tx, stint.personId)).filter(
    (claim) =>
      stands(claim) && claim.stintId === stint.id && claim.says === 'ended' && claim.byAs === 'old_school',
  )
  const same = before.find(({ day }) => day === lastDay)
  if (same) return same.id
  for (const claim of before) await withdraw(tx, ctx, claim)
  return null
}

async function speak(tx: Tx, ctx: MemberCtx, stint: StintRow, lastDay: string) {
  const { id: stintId, personId, schoolId, kind } = stint
  const about = { personId, fromStintId: stintId, toSchoolId: null, leaveOn: lastDay, startOn: null }
  const open = await moveSpokenOf(tx, { ...about, destination: 'undecided', reportedAs: 'old_school' })
  const move = open
    ? await joinMove(tx, open, {})
    : await openMove(tx, ctx, { ...about, destination: 'undecided', reportedAs: 'old_school' })
  const shared = { personId, schoolId, kind, stintId, moveId: move.id }
  const claimId = await say(tx, ctx, { ...shared, says: 'ended', day: lastDay, byAs: 'old_school' })
  await reconcile(tx, ctx, personId, 'said_otherwise')
  await tellReported(tx, ctx, { personId, schoolId, moveId: move.id, claimId, says: 'ended', day: lastDay })
  return claimId
}
