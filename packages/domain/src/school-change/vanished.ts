import type { Ctx } from '@wirearchy/domain'
import { type ChangeRow, causeOf, setState, setWhy } from './changes.ts'
import type { Proposal } from './classify.ts'

const GONE = 'The register does not say this any more. It stands until somebody undoes it.'

/**
 * What the register said once and says no more: a question about it is closed, and what stands by its word alone stays
 * and is questioned. What a person decided is left alone.
 * @returns how many that stand are questioned now and were not before
 */
export async function keepVanished(
  ctx: Ctx,
  known: Map<string, ChangeRow[]>,
  proposals: Proposal[],
): Promise<number> {
  const said = new Map(proposals.map((proposal) => [proposal.fromRef, proposal]))
  let questioned = 0
  for (const [ref, rows] of known)
    for (const row of rows.filter(({ decidedAt }) => decidedAt === null)) {
      const proposal = said.get(ref)
      if (row.state === 'needs_review' && !(proposal && isOf(proposal, row)))
        await ctx.store.tx((tx) =>
          setState(tx, ctx, row, 'rejected', { why: 'The register says otherwise now.' }),
        )
      if (row.state !== 'applied' || proposal || row.why === GONE) continue
      await ctx.store.tx((tx) => setWhy(tx, ctx, row, GONE))
      questioned += 1
    }
  return questioned
}

const isOf = (proposal: Proposal, row: ChangeRow) =>
  row.kind === proposal.kind && row.cause === causeOf(proposal)
