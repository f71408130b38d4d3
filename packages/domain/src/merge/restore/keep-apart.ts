import { sql, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { type Cell, insertRow, type Journal, list, type Row, rowsWhere } from '../journal.ts'
import { update } from './restore-row.ts'
import { settle } from './settle.ts'

interface Merge {
  id: string
  loserId: string
  winnerId: string
  appliedAt: number | null
}

type Touch = (table: string, id: string) => void

/** What came between the merge and now, and cannot simply stay with the winner. */
export async function keepApart(tx: Tx, ctx: Ctx, merge: Merge, place: number, touch: Touch) {
  const journal: Journal = {
    ...{ tx, ctx, mergeId: merge.id, loserId: merge.loserId, winnerId: merge.winnerId, place },
    touched: new Map(),
  }
  const isTheirs = sql`(select id from stints where person_id = ${merge.loserId})`
  await goWith(journal, 'move_claims', 'person_id', sql`stint_id in ${isTheirs}`, touch)
  await goWith(journal, 'moves', 'person_id', sql`from_stint_id in ${isTheirs}`, touch)
  await goWith(journal, 'mentorships', 'mentor_id', sql`mentor_stint_id in ${isTheirs}`, touch)
  await goWith(journal, 'mentorships', 'mentee_id', sql`mentee_stint_id in ${isTheirs}`, touch)
  await holdForBoth(journal, merge, touch)
  await apartFromBoth(journal, merge)
  await settle(journal, touch)
}

/** What was said since of a stay that goes back, or hangs on it, goes with it. Listed first, like the merge's own changes. */
async function goWith(
  journal: Journal,
  table: string,
  column: string,
  where: ReturnType<typeof sql>,
  touch: Touch,
) {
  const { tx, loserId, winnerId } = journal
  const rows = await rowsWhere(tx, table, sql`${sql.raw(column)} = ${winnerId} and ${where}`)
  for (const { id } of rows) {
    const item = { column, was: loserId, becomes: winnerId }
    await list(journal, table, [{ id: String(id), items: [item] }])
    await update(tx, table, String(id), { [column]: loserId })
    touch(table, String(id))
  }
}

/** Whoever was blocked since, or blocked the person since, is kept out of both records: nothing lifts a block. */
async function holdForBoth({ tx, ctx, loserId, winnerId }: Journal, { appliedAt }: Merge, touch: Touch) {
  const since = sql`lifted_at is null and created_at > ${appliedAt ?? ctx.now}
    and ${winnerId} in (blocker_id, blocked_id) and ${loserId} not in (blocker_id, blocked_id)`
  const instead = (id: Cell | undefined) => (id === winnerId ? loserId : String(id))
  for (const block of await rowsWhere(tx, 'blocks', since)) {
    const [blocker_id, blocked_id] = [instead(block.blocker_id), instead(block.blocked_id)]
    const held = sql`blocker_id = ${blocker_id} and blocked_id = ${blocked_id} and lifted_at is null`
    if ((await rowsWhere(tx, 'blocks', held)).length > 0) continue
    const row: Row = { id: newId(ctx.now), blocker_id, blocked_id, created_at: ctx.now, lifted_at: null }
    await insertRow(tx, 'blocks', row)
    touch('blocks', String(row.id))
  }
}

/** Whoever said since that they are never to be put together with the person meant the one; they are kept from both. */
async function apartFromBoth({ tx, ctx, loserId, winnerId }: Journal, { appliedAt }: Merge) {
  const since = sql`lifted_at is null and created_at > ${appliedAt ?? ctx.now} and other_id = ${winnerId}
    and person_id <> ${loserId}`
  for (const said of await rowsWhere(tx, 'kept_apart', since))
    await insertRow(tx, 'kept_apart', { ...said, id: newId(ctx.now), other_id: loserId })
}
