import {
  and,
  asc,
  eq,
  inArray,
  ne,
  people,
  personMergeItems,
  personMerges,
  sessions,
  sql,
  type Tx,
} from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { keepWords } from '@wirearchy/domain/person'
import { refsOf } from './refs.ts'
import { keepApart } from './restore/keep-apart.ts'
import { restoreRow, stepsOf } from './restore/restore-row.ts'

type MergeRow = typeof personMerges.$inferSelect

export interface Unmerged {
  /** How many rows are as they were before the merge. */
  restored: number
  /** Rows that stay as they are, because of what happened since: table/id. */
  left: string[]
}

/**
 * Parts two records that were made one, inside the caller's transaction: every row that the merge changed is as it was,
 * in the opposite order. What happened since stays with the winner: a value that was changed again is left, a void row
 * whose days are taken by a newer one stays void, and what was written since about a stay goes with that stay. Blocks
 * made since hold for both. Whether it may be done is the caller's to decide.
 * @throws Problem conflict when one of the two was merged again since, or erased
 */
export async function unmerge(
  tx: Tx,
  ctx: Ctx & { sessionId?: string | null },
  { mergeId }: { mergeId: string },
): Promise<Unmerged> {
  const merge = await mustBeLast(tx, mergeId)
  await tx.update(personMerges).set({ state: 'undone' }).where(eq(personMerges.id, mergeId))
  const items = await tx
    .select()
    .from(personMergeItems)
    .where(eq(personMergeItems.mergeId, mergeId))
    .orderBy(asc(personMergeItems.place))
  const steps = stepsOf(items).reverse()
  const left: string[] = []
  for (const step of steps) if (!(await restoreRow(tx, step))) left.push(`${step.table}/${step.id}`)
  const touched = new Map<string, Set<string>>()
  const touch = (table: string, id: string) => touched.set(table, (touched.get(table) ?? new Set()).add(id))
  for (const { table, id } of steps) touch(table, id)
  await keepApart(tx, ctx, merge, items.length, touch)
  for (const id of [merge.loserId, merge.winnerId]) await keepWords(tx, id)
  await endSessions(tx, ctx, merge)
  await tx
    .update(personMerges)
    .set({ closedAt: ctx.now, closedById: ctx.viewer })
    .where(eq(personMerges.id, mergeId))
  const { loserId: loser, winnerId: winner } = merge
  await record(tx, ctx, {
    ...{ type: 'person.unmerged', personId: winner },
    refs: { merge: mergeId, winner, loser, ...refsOf(touched) },
    after: { restored: steps.length - left.length, left },
  })
  return { restored: steps.length - left.length, left }
}

/**
 * The merge, if nothing was built on it: parting goes from the last one back.
 * @throws Problem not_found, conflict
 */
async function mustBeLast(tx: Tx, mergeId: string): Promise<MergeRow> {
  const [merge] = await tx.select().from(personMerges).where(eq(personMerges.id, mergeId))
  if (merge?.state !== 'applied') throw Problem.notFound()
  const { winnerId, loserId, appliedAt } = merge
  const later = sql`state = 'applied' and id <> ${mergeId} and (loser_id = ${winnerId}
    or (winner_id = ${winnerId} and (applied_at > ${appliedAt} or (applied_at = ${appliedAt} and id > ${mergeId}))))`
  if ((await tx.$count(personMerges, later)) > 0)
    throw new Problem('conflict', 'Another record was joined to this one later. Part that one first.')
  const ids = [winnerId, loserId].sort()
  const held = await tx
    .update(people)
    .set({ rev: sql`${people.rev} + 1` })
    .where(and(inArray(people.id, ids), ne(people.status, 'anonymised')))
    .returning({ id: people.id })
  if (held.length < 2)
    throw new Problem('conflict', 'This person was erased since, so there is nothing to part.')
  return merge
}

/** Nobody stays signed in to a record that may be somebody else's now, except whoever parts the two. */
async function endSessions(tx: Tx, { sessionId = null }: { sessionId?: string | null }, merge: MergeRow) {
  const both = inArray(sessions.personId, [merge.loserId, merge.winnerId])
  await tx.delete(sessions).where(and(both, sessionId ? ne(sessions.id, sessionId) : undefined))
}
