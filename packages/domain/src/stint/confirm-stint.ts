import { and, eq, ne, sql, stints, type Tx } from '@wirearchy/db'
import { covers, type MemberCtx, overlaps, Problem } from '@wirearchy/domain'
import { blockedWith, visibleStints } from '@wirearchy/domain/visibility'
import { adopt, type StintRow } from './adopt.ts'
import type { StintRef } from './input.ts'
import { isLead } from './lead.ts'
import { confirmRow, reconcile } from './reconcile.ts'
import { say } from './say.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Somebody who can know confirms a stay that its owner told of: the school's lead while the stay is live, or a
 * colleague whose own confirmed days there overlap it and who may see it. From then on others are told they are near.
 * @throws Problem not_found for everybody else, as for a stay that does not exist
 */
export const confirmStint = (ctx: MemberCtx, { stintId }: StintRef): Promise<{ stintId: string }> =>
  ctx.store.tx(async (tx) => {
    const stint = await findFor(tx, ctx, stintId)
    await takeTurn(tx, stint.personId)
    if (stint.confidence === 'confirmed') return { stintId }
    if (await isLead(tx, ctx, stint.schoolId)) await confirmAsSchool(tx, ctx, stint)
    else await confirmRow(tx, ctx, stint)
    return { stintId }
  })

async function findFor(tx: Tx, ctx: MemberCtx, stintId: string): Promise<StintRow> {
  const [stint] = await tx.select().from(stints).where(eq(stints.id, stintId))
  if (!stint || stint.voidedAt !== null || stint.personId === ctx.viewer) throw Problem.notFound()
  const blocked = await tx.rows(
    sql`select 1 from (${blockedWith(ctx.viewer)}) b where b.blocked_id = ${stint.personId}`,
  )
  const mayLead = covers(stint, ctx.today) && (await isLead(tx, ctx, stint.schoolId))
  if (blocked.length > 0 || !(mayLead || (await wasThere(tx, ctx, stint)))) throw Problem.notFound()
  return stint
}

/** A colleague of those days, whose own time there is confirmed, and who may see this stay. */
async function wasThere(tx: Tx, ctx: MemberCtx, stint: StintRow) {
  const mine = await tx
    .select()
    .from(stints)
    .where(
      and(
        eq(stints.personId, ctx.viewer),
        eq(stints.schoolId, stint.schoolId),
        ne(stints.confidence, 'told'),
      ),
    )
  if (!mine.some((own) => own.voidedAt === null && own.startedOn <= ctx.today && overlaps(own, stint)))
    return false
  const seen = await tx.rows(sql`select 1 where ${stint.id} in (${visibleStints(ctx)})`)
  return seen.length > 0
}

/** The school's own word, accepted since it only agrees with the person's. */
async function confirmAsSchool(
  tx: Tx,
  ctx: MemberCtx,
  { id, personId, schoolId, kind, startedOn }: StintRow,
) {
  await adopt(tx, ctx, personId)
  const shared = { personId, schoolId, kind, stintId: id, isAccepted: true }
  await say(tx, ctx, { ...shared, says: 'began', day: startedOn, byAs: 'new_school' })
  await reconcile(tx, ctx, personId, 'said_otherwise')
}
