import { and, checkIns, eq, gt, notifications } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { tell } from '@wirearchy/domain/notice'
import { myCheckIn } from './check-in.ts'
import { coordinatorsOf } from './coordinators.ts'
import { wordLetter } from './emails.ts'
import type { AskForWord } from './input.ts'
import { nameOf } from './rows.ts'

const WEEK = 7 * 86_400_000

/**
 * Tells one person who runs the pair's programme, whom the viewer chose, that the viewer would like a word: that and
 * nothing else. Asked again within a week, it is not said twice.
 * @throws Problem not_found for anybody else's check-in, and for who runs no programme with this pair
 */
export const askForWord = (ctx: MemberCtx, input: AskForWord): Promise<{ coordinatorId: string }> =>
  ctx.store.tx(async (tx) => {
    const { pair, row } = await myCheckIn(tx, ctx, input)
    const { coordinatorId } = input
    const known = await coordinatorsOf(tx, ctx, pair)
    if (!known.some(({ id }) => id === coordinatorId)) throw Problem.notFound()
    await tx.update(checkIns).set({ wants: 'a_word' }).where(eq(checkIns.id, row.id))
    const kind = 'check-in.word'
    const [toThem, aboutMe] = [
      eq(notifications.personId, coordinatorId),
      eq(notifications.aboutPersonId, ctx.viewer),
    ]
    const lately = gt(notifications.createdAt, ctx.now - WEEK)
    const said = and(toThem, aboutMe, eq(notifications.kind, kind), lately)
    if ((await tx.$count(notifications, said)) > 0) return { coordinatorId }
    const at = { origin: ctx.origin, href: `/people/${ctx.viewer}` }
    const letter = wordLetter(at, await nameOf(tx, ctx.viewer))
    await tell(tx, ctx, [{ personId: coordinatorId, kind, aboutPersonId: ctx.viewer, letter }])
    return { coordinatorId }
  })
