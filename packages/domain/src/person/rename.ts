import { and, eq, isNull, ne, people, personNames, sql, type Tx } from '@wirearchy/db'
import { dayBefore, type MemberCtx, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { Rename } from './input.ts'
import { keepWords } from './keep-words.ts'

/** The viewer goes by a new name from today, everywhere at once. Earlier names are kept, dated. */
export const rename = (ctx: MemberCtx, input: Rename) => ctx.store.tx((tx) => renameIn(tx, ctx, input))

/** As `rename`, in the caller's transaction. The ledger says that it happened, never a name. */
export async function renameIn(tx: Tx, ctx: MemberCtx, { name, hidePrevious }: Rename) {
  const [me] = await tx.select({ name: people.displayName }).from(people).where(eq(people.id, ctx.viewer))
  if (me?.name !== name) await goBy(tx, ctx, name)
  if (hidePrevious) await hideEarlier(tx, ctx.viewer, true)
  await keepWords(tx, ctx.viewer)
  return { name }
}

async function goBy(tx: Tx, ctx: MemberCtx, name: string) {
  const current = and(
    eq(personNames.personId, ctx.viewer),
    isNull(personNames.finishedOn),
    ne(personNames.kind, 'previous'),
  )
  const yesterday = dayBefore(ctx.today)
  await tx
    .update(personNames)
    .set({ finishedOn: sql`case when started_on > ${yesterday} then started_on else ${yesterday} end` })
    .where(current)
  const id = newId(ctx.now)
  const from = { personId: ctx.viewer, startedOn: ctx.today, source: 'self' }
  await tx.insert(personNames).values({ id, kind: 'preferred', fullName: name, ...from })
  await tx
    .update(people)
    .set({ displayName: name, rev: sql`${people.rev} + 1` })
    .where(eq(people.id, ctx.viewer))
  await record(tx, ctx, { type: 'person.renamed', personId: ctx.viewer, refs: { name: id } })
}

/** Hides or brings back every earlier name, in the caller's transaction; the current one is never hidden. */
export async function hideEarlier(tx: Tx, personId: string, hidden: boolean) {
  await tx
    .update(personNames)
    .set({ hidden })
    .where(and(eq(personNames.personId, personId), sql`(finished_on is not null or kind = 'previous')`))
}
