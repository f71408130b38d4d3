import { and, like, notifications, sql, type Tx } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import { enqueue, notify } from '@wirearchy/domain/job'
import type { MoveRow } from './refresh-moves.ts'
import { leadsOf, toldOf } from './told.ts'

/** Letters and notices of a start day go out at this time of day (UTC). */
const MORNING = 'T07:30:00Z'

/**
 * Tells the mover's people once each, as they chose: notices now or from the start day; the letters follow by a job,
 * which looks again at who may know when it runs. Tells a school only what is its own side.
 */
export async function announce(tx: Tx, ctx: Ctx, move: MoveRow) {
  const told = await toldOf(tx, ctx, move)
  const refs = { move: move.id }
  await notify(
    tx,
    ctx,
    told.map(({ personId, when }) => ({
      ...{ personId, kind: 'move.announced', aboutPersonId: move.personId, refs },
      showFrom: when === 'now' ? ctx.now : fromStart(ctx, move),
    })),
  )
  await tellSchools(tx, ctx, move)
  for (const when of new Set([...told.map(({ when }) => when), ...schoolTimes(move)]))
    await enqueue(tx, ctx, {
      ...{
        kind: 'move.tell',
        key: `move.tell:${move.id}:${when}:${ctx.now}`,
        payload: { moveId: move.id, when },
      },
      runAt: when === 'now' ? ctx.now : fromStart(ctx, move),
    })
}

/** When "on the day I start" is; a day already behind us is now. */
const fromStart = ({ now }: Ctx, { startOn, leaveOn }: MoveRow) =>
  Math.max(now, Date.parse(`${startOn ?? leaveOn ?? ('1970-01-01' as Day)}${MORNING}`))

const schoolTimes = ({ telling }: MoveRow) =>
  [telling.old_school, telling.new_school].filter((when) => when === 'now' || when === 'on_start')

async function tellSchools(tx: Tx, ctx: Ctx, move: MoveRow) {
  for (const { personId, side, when } of await leadsOf(tx, ctx, move))
    await notify(tx, ctx, [
      {
        ...{ personId, kind: `move.${side}`, aboutPersonId: move.personId, refs: { move: move.id } },
        showFrom: when === 'now' ? ctx.now : fromStart(ctx, move),
      },
    ])
}

/** Takes back what was to be told of a move that is off. Notices are not history. */
export const unannounce = (tx: Tx, { id }: MoveRow) =>
  tx
    .delete(notifications)
    .where(and(like(notifications.kind, 'move.%'), sql`${notifications.refs} ->> 'move' = ${id}`))
