import { audiences, type stints, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import type { Telling } from './input.ts'

type Level = NonNullable<(typeof stints.$inferSelect)['audience']>

/** Who may see the new school on one's page: nobody when neither people nor groups are ever told. */
export const audienceOf = ({ ties, groups }: Telling): Level =>
  groups !== 'never' ? 'groups' : ties !== 'never' ? 'ties' : 'only_me'

/** Keeps what was answered about people two steps away; not asked, it stays as it is. */
export async function setTwoHops(tx: Tx, ctx: MemberCtx, answer: 'yes' | 'no' | undefined) {
  if (!answer) return
  const level = answer === 'yes' ? ('members' as const) : ('only_me' as const)
  await tx
    .insert(audiences)
    .values({ personId: ctx.viewer, field: 'two_hops', level })
    .onConflictDoUpdate({ target: [audiences.personId, audiences.field], set: { level } })
}
