import { and, eq, inArray, isNull, stintRoles, stints, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { type ClaimRow, claimsOf, say } from './say.ts'

export type StintRow = typeof stints.$inferSelect

/** A person's stays that are not void, by start. */
export const liveStints = (tx: Pick<Tx, 'select'>, personId: string): Promise<StintRow[]> =>
  tx
    .select()
    .from(stints)
    .where(and(eq(stints.personId, personId), isNull(stints.voidedAt)))
    .orderBy(stints.startedOn, stints.id)

/**
 * Writes the words behind stays that came without any (from an import or a seed), so that every stay of a person
 * stands on words. Does nothing the second time.
 */
export async function adopt(tx: Tx, ctx: Ctx, personId: string) {
  const claims = await claimsOf(tx, personId)
  const wordless = (await liveStints(tx, personId)).filter(({ id }) => !hasWords(claims, id))
  if (wordless.length === 0) return
  const roles = await firstRoles(
    tx,
    wordless.map(({ id }) => id),
  )
  for (const stint of wordless) await speakFor(tx, ctx, stint, roles.get(stint.id) ?? null)
}

const hasWords = (claims: ClaimRow[], id: string) =>
  claims.some(({ stintId, says }) => stintId === id && says === 'began')

async function speakFor(tx: Tx, ctx: Ctx, stint: StintRow, role: ClaimRow['role']) {
  const { id: stintId, personId, schoolId, kind, pattern, source: byAs } = stint
  const shared = { stintId, personId, schoolId, kind, byAs, isAccepted: true }
  await say(tx, ctx, { ...shared, says: 'began', day: stint.startedOn, role, pattern, besides: true })
  if (stint.finishedOn) await say(tx, ctx, { ...shared, says: 'ended', day: stint.finishedOn })
}

async function firstRoles(tx: Tx, ids: string[]) {
  const found = await tx
    .select()
    .from(stintRoles)
    .where(and(inArray(stintRoles.stintId, ids), isNull(stintRoles.voidedAt)))
    .orderBy(stintRoles.startedOn)
  return new Map(found.reverse().map(({ stintId, role }) => [stintId, role]))
}
