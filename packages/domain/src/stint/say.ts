import { eq, moveClaims, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { Pattern, Source, StintKind, StintRole } from './word.ts'

export interface Said {
  personId: string
  schoolId: string
  says: 'ended' | 'began'
  day: Day
  kind: StintKind
  byAs: Source
  stintId?: string | null
  moveId?: string | null
  /** The change of a school that this word follows from, or answers. */
  schoolChangeId?: string | null
  role?: StintRole | null
  pattern?: Pattern | null
  besides?: boolean
  /** Whose word it is, when somebody else writes it down again; else the asker's. */
  byPersonId?: string | null
  /** A school's word waits for the person's; everybody else's counts at once. */
  isAccepted?: boolean
}

/** Writes down one side's word about a stay. What follows from it is `reconcile`'s to work out. */
export async function say(tx: Tx, ctx: Ctx, said: Said): Promise<string> {
  const waits = (said.byAs === 'old_school' || said.byAs === 'new_school') && !said.isAccepted
  const { personId, schoolId, says, day, kind, byAs } = said
  const { stintId = null, moveId = null, schoolChangeId = null } = said
  const { role = null, pattern = null, besides = false } = said
  const id = newId(ctx.now)
  await tx.insert(moveClaims).values({
    ...{
      id,
      personId,
      schoolId,
      says,
      day,
      kind,
      byAs,
      stintId,
      moveId,
      schoolChangeId,
      role,
      pattern,
      besides,
    },
    byPersonId: said.byPersonId === undefined ? ctx.viewer : said.byPersonId,
    acceptedAt: waits ? null : ctx.now,
    createdAt: ctx.now,
  })
  await record(tx, ctx, {
    ...{ type: 'claim.made', happenedOn: day, personId, schoolId },
    refs: {
      claim: id,
      ...(moveId ? { move: moveId } : {}),
      ...(stintId ? { stint: stintId } : {}),
      ...(schoolChangeId ? { schoolChange: schoolChangeId } : {}),
    },
    after: { says, day, byAs, kind },
  })
  return id
}

export type ClaimRow = typeof moveClaims.$inferSelect

/** Everything that was ever said of a person's stays, taken back or not, oldest first. */
export const claimsOf = (tx: Pick<Tx, 'select'>, personId: string): Promise<ClaimRow[]> =>
  tx
    .select()
    .from(moveClaims)
    .where(eq(moveClaims.personId, personId))
    .orderBy(moveClaims.createdAt, moveClaims.id)

/** Takes a word back. It stays on record and no longer counts. */
export async function withdraw(tx: Tx, ctx: Ctx, claim: ClaimRow) {
  await tx.update(moveClaims).set({ withdrawnAt: ctx.now }).where(eq(moveClaims.id, claim.id))
  const { personId, schoolId, says, day, byAs } = claim
  await record(tx, ctx, {
    ...{ type: 'claim.withdrawn', personId, schoolId, refs: { claim: claim.id } },
    before: { says, day, byAs },
  })
}
