import {
  accounts,
  eq,
  erasures,
  inArray,
  people,
  personMergeItems,
  personMerges,
  profiles,
  type Tx,
} from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'

/** The records that were joined to a person's: they go with the person. */
export async function joinedTo(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.select({ id: people.id }).from(people).where(eq(people.mergedIntoId, personId))
  return rows.map(({ id }) => id)
}

/** What joined records still said by themselves, and what the lists of their joining keep, is forgotten, on record. */
export async function forgetJoined(
  tx: Tx,
  ctx: Ctx,
  { personId, joined, name, reason }: { personId: string; joined: string[]; name: string; reason: string },
) {
  if (joined.length === 0) return
  await tx.update(people).set({ displayName: name, anonymisedAt: ctx.now }).where(inArray(people.id, joined))
  await tx.delete(profiles).where(inArray(profiles.personId, joined))
  await tx.update(accounts).set({ passwordHash: null }).where(inArray(accounts.personId, joined))
  const merges = tx
    .select({ id: personMerges.id })
    .from(personMerges)
    .where(eq(personMerges.winnerId, personId))
  const items = await tx
    .select({ id: personMergeItems.id })
    .from(personMergeItems)
    .where(inArray(personMergeItems.mergeId, merges))
  for (const { id: rowId } of items)
    await tx.insert(erasures).values({
      ...{ id: newId(ctx.now), tableName: 'person_merge_items', rowId },
      ...{ byId: ctx.viewer, reason, createdAt: ctx.now },
    })
  await tx
    .update(personMergeItems)
    .set({ oldValue: null, newValue: null })
    .where(inArray(personMergeItems.mergeId, merges))
}
