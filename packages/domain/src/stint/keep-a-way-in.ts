import type { Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { nameOf } from './place.ts'
import type { Plan } from './plan-move.ts'
import { wouldLoseTheirWayIn } from './way-in.ts'

/**
 * An account must outlive every school: its last address may not die with one.
 * @throws Problem conflict that asks for a personal address first
 */
export async function keepAWayIn(tx: Pick<Tx, 'select'>, ctx: MemberCtx, { leaving }: Plan) {
  if (await wouldLoseTheirWayIn(tx, ctx.viewer, leaving)) {
    const school = await nameOf(tx, leaving[0]?.schoolId ?? '')
    throw new Problem(
      'conflict',
      `Your only address here belongs to ${school} and stops when you leave. Add a personal address first.`,
      { field: 'personalAddress' },
    )
  }
}
