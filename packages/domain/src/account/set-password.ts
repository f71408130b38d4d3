import { accounts, eq, people, schools, stints, type Tx } from '@wirearchy/db'
import { post } from '@wirearchy/domain/job'
import { record } from '@wirearchy/domain/ledger'
import { addressOf } from './address-of.ts'
import type { SessionCtx } from './door.ts'
import { passwordLetter } from './emails.ts'
import { hashPassword } from './hashing.ts'
import type { SetPassword } from './input.ts'
import { addressesOf } from './my-addresses.ts'
import { refuseWeak } from './password-rules.ts'
import { endSessions } from './session-rows.ts'

/**
 * Gives the viewer a password beside their code, or another one. Every other session of theirs ends.
 * @throws Problem bad_input for one that guessers try first; busy when many are hashing
 */
export async function setPassword(ctx: SessionCtx, { password }: SetPassword) {
  refuseWeak(password, await wordsAround(ctx))
  const passwordHash = await hashPassword(password)
  await ctx.store.tx((tx) => change(tx, ctx, { passwordHash, passwordSetAt: ctx.now }, 'password_set'))
  return {}
}

/** Takes the viewer's password away: a code signs them in, as before. Every other session of theirs ends. */
export async function removePassword(ctx: SessionCtx) {
  await ctx.store.tx((tx) => change(tx, ctx, { passwordHash: null, passwordSetAt: null }, 'password_removed'))
  return {}
}

/** When the viewer's password was set, in UTC milliseconds; null without one. */
export async function passwordSetAt(ctx: SessionCtx): Promise<number | null> {
  const [row] = await ctx.store.read
    .select({ at: accounts.passwordSetAt })
    .from(accounts)
    .where(eq(accounts.id, ctx.accountId))
  return row?.at ?? null
}

type Change = Pick<typeof accounts.$inferSelect, 'passwordHash' | 'passwordSetAt'>

async function change(tx: Tx, ctx: SessionCtx, set: Change, what: 'password_set' | 'password_removed') {
  await tx.update(accounts).set(set).where(eq(accounts.id, ctx.accountId))
  await endSessions(tx, ctx.accountId, { but: ctx.sessionId })
  await record(tx, ctx, { type: `account.${what}`, personId: ctx.viewer, refs: { account: ctx.accountId } })
  const to = await addressOf(tx, ctx, ctx.viewer)
  if (to) await post(tx, ctx, { to, personId: ctx.viewer, ...passwordLetter(ctx, what === 'password_set') })
}

/** Their name, their addresses, their schools: what somebody who knows them would try. */
async function wordsAround(ctx: SessionCtx): Promise<string[]> {
  const { read } = ctx.store
  const names = await read.select({ word: people.displayName }).from(people).where(eq(people.id, ctx.viewer))
  const places = await read
    .select({ word: schools.name })
    .from(stints)
    .innerJoin(schools, eq(schools.id, stints.schoolId))
    .where(eq(stints.personId, ctx.viewer))
  const addresses = (await addressesOf(read, ctx)).map(({ email }) => email.replace(/[@._+-]/g, ' '))
  return [...[...names, ...places].map(({ word }) => word), ...addresses]
}
