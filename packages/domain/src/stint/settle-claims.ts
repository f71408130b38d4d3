import { and, eq, inArray, isNull, lte, moveClaims, moves, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { accept, locksOut } from './answer-claim.ts'
import { reconcile } from './reconcile.ts'
import { claimsOf } from './say.ts'
import { takeTurn } from './take-turn.ts'
import { stands } from './word.ts'

const FORTNIGHT_MS = 14 * 86_400_000

/**
 * The daily job: a school's word that nobody objected to for fourteen days counts, one person a transaction; and a
 * move whose day has come is complete. A word that would lock somebody out waits until they have another address.
 * @returns how many words were accepted
 */
export async function settleClaims(ctx: Ctx): Promise<{ accepted: number }> {
  let accepted = 0
  for (const personId of await waiting(ctx)) accepted += await settleOne(ctx, personId)
  for (const personId of await come(ctx))
    await ctx.store.tx(async (tx) => {
      await takeTurn(tx, personId)
      await reconcile(tx, ctx, personId, 'said_otherwise')
    })
  return { accepted }
}

const unanswered = (ctx: Ctx) =>
  and(
    inArray(moveClaims.byAs, ['old_school', 'new_school']),
    ...[isNull(moveClaims.acceptedAt), isNull(moveClaims.objectedAt), isNull(moveClaims.withdrawnAt)],
    lte(moveClaims.createdAt, ctx.now - FORTNIGHT_MS),
    sql`${moveClaims.personId} in (select id from people where status = 'active')`,
  )

async function waiting(ctx: Ctx) {
  const rows = await ctx.store.read
    .selectDistinct({ id: moveClaims.personId })
    .from(moveClaims)
    .where(unanswered(ctx))
    .orderBy(moveClaims.personId)
  return rows.map(({ id }) => id)
}

const settleOne = (ctx: Ctx, personId: string) =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, personId)
    const due = (await claimsOf(tx, personId)).filter(
      (claim) => stands(claim) && claim.acceptedAt === null && claim.createdAt <= ctx.now - FORTNIGHT_MS,
    )
    let accepted = 0
    for (const claim of due) {
      if (await locksOut(tx, claim)) continue
      await accept(tx, ctx, claim)
      accepted += 1
    }
    return accepted
  })

/** Whose announced moves have come about since the job last ran. */
async function come(ctx: Ctx) {
  const rows = await ctx.store.read
    .selectDistinct({ id: moves.personId })
    .from(moves)
    .where(
      and(
        eq(moves.state, 'announced'),
        sql`coalesce(${moves.startOn}, ${moves.leaveOn}) <= ${ctx.today}`,
        sql`${moves.personId} in (select id from people where status = 'active')`,
      ),
    )
  return rows.map(({ id }) => id)
}
