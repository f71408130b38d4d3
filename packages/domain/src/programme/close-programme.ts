import { eq, programmes } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { takeProgramme } from './find.ts'
import type { ProgrammeRef } from './input.ts'

/** A lead ends a programme without publishing anything. What was in it stays as it is, and changes no more. */
export const closeProgramme = (ctx: MemberCtx, { programmeId }: ProgrammeRef) =>
  ctx.store.tx(async (tx) => {
    await takeProgramme(tx, ctx, programmeId)
    const closed = { state: 'closed' as const, closedAt: ctx.now }
    await tx.update(programmes).set(closed).where(eq(programmes.id, programmeId))
    await record(tx, ctx, { type: 'programme.closed', refs: { programme: programmeId } })
  })
