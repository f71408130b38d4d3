import { sql, type Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { presentSchools } from '@wirearchy/domain/school'
import { follow } from './apply.ts'
import { type ChangeRow, changeOf, setState, writeChange } from './changes.ts'
import { afterTheAct, followPeople } from './follow-people.ts'
import type { DecideChange } from './input.ts'

export interface DecidedChange {
  /** The change as it stands now; another one than asked about when it was decided as another kind. */
  changeId: string
}

/**
 * Somebody decides what the register leaves open. A decision stays, whatever a later file says, until it is undone.
 * Whether the asker may decide is the caller's to check.
 * @throws Problem not_found · conflict when it stands already · bad_input when the school that follows is missing
 */
export async function decideChange(ctx: Ctx, input: DecideChange): Promise<DecidedChange> {
  const changeId = await ctx.store.tx(async (tx) => {
    const change = await changeOf(tx, input.id)
    if (!change || change.kind === 'renamed' || change.kind === 'reopened') throw Problem.notFound()
    if (isQuestioned(change) && input.decision === 'apply' && !input.kind)
      return letStand(tx, ctx, change, input)
    if (change.state === 'applied')
      throw new Problem('conflict', 'This stands already. Undo it first, then decide anew.')
    const by = { decidedById: ctx.viewer, decidedAt: ctx.now }
    if (input.decision === 'reject')
      return (
        await setState(tx, ctx, change, 'rejected', { ...by, ...(input.why ? { why: input.why } : {}) })
      ).id
    return apply(tx, ctx, change, input)
  })
  await followPeople(afterTheAct(ctx))
  return { changeId }
}

/** Done by the rules, and a later file has made it doubtful. */
const isQuestioned = ({ state, why, decidedAt }: ChangeRow) =>
  state === 'applied' && why !== null && decidedAt === null

async function letStand(tx: Tx, ctx: Ctx, change: ChangeRow, { why }: DecideChange) {
  const told = { decidedById: ctx.viewer, decidedAt: ctx.now, why: why ?? null }
  return (await setState(tx, ctx, change, 'applied', told)).id
}

async function apply(tx: Tx, ctx: Ctx, change: ChangeRow, input: DecideChange): Promise<string> {
  const kind = (input.kind ?? change.kind) as NonNullable<DecideChange['kind']>
  const toSchoolId = await followerOf(tx, change, kind, input.toSchoolId)
  const told = { decidedById: ctx.viewer, decidedAt: ctx.now, why: input.why ?? null }
  const effectiveOn = input.on ?? change.effectiveOn
  const isSame =
    kind === change.kind && toSchoolId === change.toSchoolId && effectiveOn === change.effectiveOn
  if (!isSame) await setState(tx, ctx, change, 'rejected', { ...told, why: 'It was decided otherwise.' })
  const { fromSchoolId, cause, importId } = change
  const applied = isSame
    ? await setState(tx, ctx, change, 'applied', told)
    : await writeChange(tx, ctx, {
        kind,
        fromSchoolId,
        toSchoolId,
        effectiveOn,
        cause,
        importId,
        state: 'applied',
        ...told,
      })
  await follow(tx, ctx, applied)
  return applied.id
}

async function followerOf(tx: Tx, change: ChangeRow, kind: string, asked: string | undefined) {
  if (kind !== 'replaced' && kind !== 'merged') return null
  const chosen = asked ?? change.toSchoolId
  const to = chosen && ((await presentSchools(tx, [chosen])).get(chosen) ?? chosen)
  const from = (await presentSchools(tx, [change.fromSchoolId])).get(change.fromSchoolId)
  if (!to || to === from)
    throw new Problem('bad_input', 'Choose the school that follows it.', { field: 'toSchoolId' })
  await refuseCircle(tx, change.fromSchoolId, to)
  return to
}

/** @throws Problem conflict when the school that is to follow has itself become this one */
async function refuseCircle(tx: Tx, fromId: string, toId: string) {
  const found = await tx.rows(sql`
    with recursive after_(id) as (select ${toId} union
      select c.to_school_id from school_changes c join after_ on c.from_school_id = after_.id
      where c.state = 'applied' and c.kind in ('replaced', 'merged'))
    select 1 as found from after_ where id = ${fromId}`)
  if (found.length === 0) return
  throw new Problem(
    'conflict',
    'It stands that the other school became this one. Undo that first, or turn this one down.',
  )
}
