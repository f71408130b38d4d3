import { and, eq, gte, isNotNull, isNull, or, type Reader, stints, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { LEVELS, type Level } from '@wirearchy/domain/visibility'

/** What the viewer said, when moving there, of who may see a school where they are or will be: it goes before the setting. */
export async function saidOfStays(read: Pick<Reader, 'select'>, { viewer, today }: MemberCtx) {
  const isOpen = or(isNull(stints.finishedOn), gte(stints.finishedOn, today))
  const rows = await read
    .select({ id: stints.id, level: stints.audience, startedOn: stints.startedOn })
    .from(stints)
    .where(and(eq(stints.personId, viewer), isNull(stints.voidedAt), isNotNull(stints.audience), isOpen))
  return rows.map(({ id, level, startedOn }) => ({ id, level: level as Level, isNow: startedOn <= today }))
}

/** The setting takes the place of what was said of schools where they are now, and of later ones that it is narrower than. */
export async function takeOverStays(tx: Tx, ctx: MemberCtx, level: Level) {
  for (const stay of await saidOfStays(tx, ctx))
    if (stay.isNow || LEVELS.indexOf(level) < LEVELS.indexOf(stay.level))
      await tx.update(stints).set({ audience: null }).where(eq(stints.id, stay.id))
}
