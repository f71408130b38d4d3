import { eq, programmes } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { takeProgramme } from './find.ts'
import type { SaveRules } from './input.ts'

/** What no pair may go against from the next run on, and how much each thing counts. */
export const saveRules = (ctx: MemberCtx, { programmeId, ...asked }: SaveRules) =>
  ctx.store.tx(async (tx) => {
    await takeProgramme(tx, ctx, programmeId)
    const { sameSubject, otherDepartment, notAssessor, travel, most, ...weights } = asked
    const rules = { sameSubject, otherDepartment, notAssessor, travel, most }
    await tx.update(programmes).set({ rules, weights }).where(eq(programmes.id, programmeId))
    return { rules, weights }
  })
