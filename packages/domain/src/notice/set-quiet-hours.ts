import { quietHours } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import type { SetQuietHours } from './input.ts'
import { replan } from './replan.ts'

/** The viewer says when they are not to be written to, and when their bundle may come. */
export const setQuietHours = (
  ctx: MemberCtx,
  { isOn, start, end, weekends, holidays, digest, digestDay }: SetQuietHours,
) =>
  ctx.store.tx(async (tx) => {
    const hours = { isOn, startMinute: start, endMinute: end, weekends, holidays }
    const values = { ...hours, digestMinute: digest, digestDay }
    await tx
      .insert(quietHours)
      .values({ personId: ctx.viewer, ...values })
      .onConflictDoUpdate({ target: quietHours.personId, set: values })
    await replan(tx, ctx)
    return values
  })
