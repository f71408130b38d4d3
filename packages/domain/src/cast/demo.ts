import { accountEmails, accounts, eq, inArray, people, sessions, settings, sql } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { beginSession, type DoorCtx } from '@wirearchy/domain/account'
import { CAST } from './cast.ts'
import type { SetClock, SignInAs } from './input.ts'

const A_DAY = 86_400_000

/** Outside the demo these procedures are as if they were not there. */
export function onlyInDemo({ demo }: Ctx) {
  if (!demo) throw Problem.notFound()
}

/** The cast as the demo offers them: who each is, and what there is to see. */
export async function demoCast(ctx: Ctx) {
  onlyInDemo(ctx)
  return { cast: CAST, today: ctx.today }
}

/** Signs in as one of the cast, as if they had given their code. */
export async function signInAs(ctx: DoorCtx, { key }: SignInAs) {
  onlyInDemo(ctx)
  const part = CAST.find((one) => one.key === key)
  return ctx.store.tx(async (tx) => {
    const [found] = await tx
      .select({ accountId: accounts.id, personId: accounts.personId, name: people.displayName })
      .from(accountEmails)
      .innerJoin(accounts, eq(accounts.id, accountEmails.accountId))
      .innerJoin(people, eq(people.id, accounts.personId))
      .where(eq(accountEmails.email, part?.email ?? ''))
    if (!found)
      throw new Problem('conflict', 'The small world is not here yet. Stop, then start with "npm run demo".')
    const { accountId, personId, name } = found
    const sessionToken = await beginSession(tx, ctx, {
      accountId,
      personId,
      device: ctx.device,
      shared: false,
    })
    return { sessionToken, shared: false, personId, name }
  })
}

/** Moves the demo's date. Sessions go on: nobody is signed out by a day that passes this way. */
export async function setClock(ctx: Ctx, { days }: SetClock) {
  onlyInDemo(ctx)
  const value = String(days * A_DAY)
  await ctx.store.tx(async (tx) => {
    const [held] = await tx.select().from(settings).where(eq(settings.name, 'clock'))
    await tx
      .insert(settings)
      .values({ name: 'clock', value })
      .onConflictDoUpdate({ target: settings.name, set: { value } })
    const passes = Number(value) - Number(held?.value ?? 0)
    await tx.update(sessions).set({
      expiresAt: sql`${sessions.expiresAt} + ${passes}`,
      endsAt: sql`${sessions.endsAt} + ${passes}`,
    })
  })
  return { days }
}

/** How many days the demo's clock is ahead. */
export async function clock(ctx: Ctx) {
  onlyInDemo(ctx)
  const [row] = await ctx.store.read
    .select()
    .from(settings)
    .where(inArray(settings.name, ['clock']))
  return { days: Math.round(Number(row?.value ?? 0) / A_DAY), today: ctx.today }
}
