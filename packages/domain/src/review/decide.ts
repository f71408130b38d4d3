import { type Ctx, Problem } from '@wirearchy/domain'
import { decideChange, undoChange } from '@wirearchy/domain/school-change'
import type { Decide, Undo } from './input.ts'
import { mustReview } from './reviewer.ts'

/**
 * What happened to a school, decided by somebody who looks after the list. It is in the ledger, and can be undone.
 * @returns the change as it stands now
 * @throws Problem not_found for whoever does not look after the list · bad_input when a school has to be chosen
 */
export async function decide(ctx: Ctx, { id, what, toSchoolId, on, why }: Decide) {
  await mustReview(ctx)
  if (what === 'nothing') return decideChange(ctx, { id, decision: 'reject', why })
  const follows = what === 'replaced' || what === 'merged'
  if (follows && !toSchoolId)
    throw new Problem('bad_input', 'Choose the school that follows it.', { field: 'school' })
  return decideChange(ctx, {
    ...{ id, decision: 'apply', on, why },
    ...(what === 'as_told' ? {} : { kind: what }),
    ...(follows || what === 'as_told' ? { toSchoolId } : {}),
  })
}

/**
 * Takes a decision back, whoever took it, with everything that followed from it: it waits again.
 * @throws Problem not_found for whoever does not look after the list · conflict when there is nothing to take back
 */
export async function undo(ctx: Ctx, { id, why }: Undo) {
  await mustReview(ctx)
  return undoChange(ctx, { id, why })
}
