import { asc, eq, personNames } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'

/** Every name the viewer has gone by, oldest first. Nobody else is ever given this list. */
export async function myNames(ctx: MemberCtx) {
  const names = await ctx.store.read
    .select({
      id: personNames.id,
      name: personNames.fullName,
      startedOn: personNames.startedOn,
      finishedOn: personNames.finishedOn,
      kind: personNames.kind,
      isHidden: personNames.hidden,
    })
    .from(personNames)
    .where(eq(personNames.personId, ctx.viewer))
    .orderBy(asc(personNames.startedOn), asc(personNames.id))
  return names.map(({ kind, ...name }) => ({
    ...name,
    isCurrent: name.finishedOn === null && kind !== 'previous',
  }))
}
