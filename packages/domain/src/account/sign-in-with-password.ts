import { accounts, eq, limits, type Tx } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import { tidyEmail } from './address.ts'
import type { DoorCtx } from './door.ts'
import type { SignedIn } from './finish-code.ts'
import { isPassword } from './hashing.ts'
import type { SignInWithPassword } from './input.ts'
import { neighbourhood, take } from './limits.ts'
import { liveAddress } from './live-address.ts'
import { beginSession } from './sessions.ts'

const FREE_TRIES = 10
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 15 * 60_000
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000

/**
 * Signs in with a password, for who set one. Known address or not, password or not: the same work, the same words.
 * After ten wrong tries each next one has to wait longer, but nobody is ever locked out, and a code always works.
 * @throws Problem bad_input (they do not match), too_many (wait), busy (many are signing in)
 */
export async function signInWithPassword(
  ctx: DoorCtx,
  { email: typed, password, shared }: SignInWithPassword,
): Promise<SignedIn> {
  const email = tidyEmail(typed)
  await ctx.store.tx((tx) => takeTry(tx, ctx, email))
  const known = await liveAddress(ctx.store.read, ctx, email)
  const stored = await hashOf(ctx, known?.accountId ?? '')
  const isRight = await isPassword(stored, password)
  if (!known || !isRight) throw mismatch()
  return ctx.store.tx(async (tx) => {
    const { accountId, personId } = known
    await tx.delete(limits).where(eq(limits.key, `password:${email}`))
    const facts = { accountId, personId, device: ctx.device, shared: shared ?? false }
    const sessionToken = await beginSession(tx, ctx, facts)
    return { sessionToken, shared: facts.shared, personId, isNew: false, joined: null }
  })
}

const mismatch = () =>
  new Problem(
    'bad_input',
    'That address and password do not go together. Try again, or sign in with a code.',
    {
      field: 'password',
    },
  )

/** Counts the try before its work is done, so that a thousand at once are a thousand. */
async function takeTry(tx: Tx, ctx: DoorCtx, email: string) {
  if (!(await take(tx, ctx, `password:from:${neighbourhood(ctx.ip)}`, { most: 100, refillMs: 15 * 60_000 })))
    throw new Problem(
      'too_many',
      'Many passwords were tried from here. Wait a few minutes, or sign in with a code.',
    )
  const key = `password:${email}`
  const [row] = await tx.select().from(limits).where(eq(limits.key, key))
  const tries = row && ctx.now - row.updatedAt < FORGOTTEN_AFTER_MS ? row.tokens : 0
  if (row && ctx.now < row.updatedAt + waitAfter(tries))
    throw new Problem(
      'too_many',
      'That was tried many times. Wait a little before the next try, or sign in with a code.',
    )
  const next = { tokens: tries + 1, updatedAt: ctx.now }
  await tx
    .insert(limits)
    .values({ key, ...next })
    .onConflictDoUpdate({ target: limits.key, set: next })
}

const waitAfter = (tries: number) =>
  tries < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - FREE_TRIES))

async function hashOf({ store }: DoorCtx, accountId: string) {
  const [account] = await store.read
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  return account?.passwordHash ?? null
}
