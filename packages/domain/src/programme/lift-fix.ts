import { and, eq, isNull, programmeFixes } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { takeProgramme } from './find.ts'
import type { FixRef } from './input.ts'

/** What a lead fixed about two people holds no longer, from the next run on. */
export const liftFix = (ctx: MemberCtx, { programmeId, fixId }: FixRef) =>
  ctx.store.tx(async (tx) => {
    await takeProgramme(tx, ctx, programmeId)
    const standing = and(
      eq(programmeFixes.id, fixId),
      eq(programmeFixes.programmeId, programmeId),
      isNull(programmeFixes.liftedAt),
    )
    const lifted = await tx.update(programmeFixes).set({ liftedAt: ctx.now }).where(standing).returning()
    const [fix] = lifted
    if (!fix) throw Problem.notFound()
    const refs = { programme: programmeId, fix: fixId }
    await record(tx, ctx, { type: 'programme.unfixed', personId: fix.menteeId, refs })
  })
