import { and, eq, noticeChoices, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import type { ChoosePaces } from './input.ts'
import { type Pace, POST, POSTS, type Post } from './kinds.ts'
import { replan } from './replan.ts'

/** The viewer says how soon each kind of letter may come. It holds for letters that wait already, too. */
export const choosePaces = (ctx: MemberCtx, paces: ChoosePaces) =>
  ctx.store.tx(async (tx) => {
    for (const post of POSTS) {
      const pace = paces[post]
      if (pace) await setPace(tx, ctx.viewer, post, pace)
    }
    await replan(tx, ctx)
    return paces
  })

/** Keeps a choice; what is usual needs no row. */
export async function setPace(tx: Tx, personId: string, post: Post, pace: Pace) {
  const row = and(eq(noticeChoices.personId, personId), eq(noticeChoices.kind, post))
  await tx.delete(noticeChoices).where(row)
  if (pace !== POST[post].usual) await tx.insert(noticeChoices).values({ personId, kind: post, pace })
}
