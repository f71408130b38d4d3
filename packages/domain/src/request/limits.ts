import { accounts, and, eq, gte, mentoringRequests, people, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'

const MOST_OPEN = 3
const MOST_A_WEEK = 10
const MOST_WHILE_NEW = 5
const DAY_MS = 86_400_000
const NEW_FOR_MS = 14 * DAY_MS

/**
 * Refuses one request more than is fair: three open at a time, ten a week, and five in somebody's first fortnight.
 * @throws Problem too_many, with what to do
 */
export async function refuseTooMany(tx: Tx, ctx: MemberCtx) {
  const mine = eq(mentoringRequests.askerId, ctx.viewer)
  const open = await tx.$count(mentoringRequests, and(mine, eq(mentoringRequests.state, 'open')))
  if (open >= MOST_OPEN)
    throw new Problem('too_many', 'You have three open requests. Withdraw one, or wait for its answer.')
  const since = (at: number) => tx.$count(mentoringRequests, and(mine, gte(mentoringRequests.createdAt, at)))
  if ((await since(ctx.now - 7 * DAY_MS)) >= MOST_A_WEEK)
    throw new Problem('too_many', 'You have asked ten times this week. Ask again in a few days.')
  const cameAt = await arrival(tx, ctx.viewer)
  if (ctx.now - cameAt < NEW_FOR_MS && (await since(cameAt)) >= MOST_WHILE_NEW)
    throw new Problem('too_many', 'In your first fortnight here you can ask five times. Ask again after it.')
}

/** When somebody came: with their account, else with their record. */
async function arrival(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx
    .select({ account: accounts.createdAt, person: people.createdAt })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(eq(people.id, personId))
  return row?.account ?? row?.person ?? 0
}
