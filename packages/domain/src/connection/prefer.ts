import { and, eq, type Reader, tiePreferences } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { mustSee } from '@wirearchy/domain/visibility'
import type { Prefer } from './input.ts'

/** Pins, mutes or hides somebody on the viewer's own page, or undoes it. No fact changes; they never know. */
export async function prefer(ctx: MemberCtx, { personId, how, isOn }: Prefer) {
  await mustSee(ctx, personId)
  if (personId === ctx.viewer) throw new Problem('bad_input', 'This is your own page. Choose somebody else.')
  const target = [tiePreferences.personId, tiePreferences.otherId]
  return ctx.store.tx(async (tx) => {
    await tx
      .insert(tiePreferences)
      .values({ personId: ctx.viewer, otherId: personId, [how]: isOn })
      .onConflictDoUpdate({ target, set: { [how]: isOn } })
    return preferenceOf(tx, ctx.viewer, personId)
  })
}

/** How one person keeps another on their own page. */
export async function preferenceOf(read: Pick<Reader, 'select'>, personId: string, otherId: string) {
  const [kept] = await read
    .select({ pinned: tiePreferences.pinned, muted: tiePreferences.muted, hidden: tiePreferences.hidden })
    .from(tiePreferences)
    .where(and(eq(tiePreferences.personId, personId), eq(tiePreferences.otherId, otherId)))
  return kept ?? { pinned: false, muted: false, hidden: false }
}
