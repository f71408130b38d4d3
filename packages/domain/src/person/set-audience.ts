import { audiences, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { Level } from '@wirearchy/domain/visibility'
import { audiencesToday } from './audiences.ts'
import type { SetAudience } from './input.ts'
import { takeOverStays } from './stay-audiences.ts'

/** The viewer says who may see each of these fields. It holds from this moment, in every read. */
export const setAudience = (ctx: MemberCtx, input: SetAudience) =>
  ctx.store.tx((tx) => setAudienceIn(tx, ctx, input))

/** As `setAudience`, in the caller's transaction. Fields that keep their level write nothing. */
export async function setAudienceIn(tx: Tx, ctx: MemberCtx, input: SetAudience) {
  const held = await audiencesToday(tx, ctx)
  const asked = Object.entries(input).filter(([, level]) => level !== undefined) as [
    keyof typeof held,
    Level,
  ][]
  const changed = asked.filter(([field, level]) => held[field] !== level)
  if (changed.length === 0) return held
  for (const [field, level] of changed) {
    const target = [audiences.personId, audiences.field]
    await tx
      .insert(audiences)
      .values({ personId: ctx.viewer, field, level })
      .onConflictDoUpdate({ target, set: { level } })
  }
  if (input.current_school && input.current_school !== held.current_school)
    await takeOverStays(tx, ctx, input.current_school)
  const before = Object.fromEntries(changed.map(([field]) => [field, held[field]]))
  const after = Object.fromEntries(changed)
  await record(tx, ctx, { type: 'person.audience_set', personId: ctx.viewer, before, after })
  return { ...held, ...after }
}
