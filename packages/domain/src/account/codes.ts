import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { and, desc, eq, gt, inArray, isNull, lt, signInCodes, sql, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'

const CODE_MINUTES = 15
const MOST_TRIES = 5

type Purpose = 'sign_in' | 'sign_up' | 'add_address' | 'same_person'

export interface NewCode {
  email: string
  purpose: Purpose
  accountId?: string | null
  linkId?: string | null
  invitationId?: string | null
  context?: Record<string, string>
}

/** Writes a six-digit code for an address and gives it in the clear, for the letter alone. */
export async function makeCode(tx: Tx, ctx: Ctx, { email, purpose, ...rest }: NewCode): Promise<string> {
  const id = newId(ctx.now)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await tx.insert(signInCodes).values({
    id,
    email,
    purpose,
    codeHash: hash(ctx, id, code),
    accountId: rest.accountId ?? null,
    linkId: rest.linkId ?? null,
    invitationId: rest.invitationId ?? null,
    context: rest.context ?? {},
    expiresAt: ctx.now + CODE_MINUTES * 60_000,
    createdAt: ctx.now,
  })
  return code
}

export type CodeRow = typeof signInCodes.$inferSelect

/**
 * Uses up a code: the row it belongs to, or why not. Every code on its way to the address counts, so that a second
 * letter does not make the first one useless; a wrong try is a try at each of them.
 */
export async function useCode(
  tx: Tx,
  ctx: Ctx,
  {
    email,
    code,
    purposes,
    accountId,
  }: { email: string; code: string; purposes: Purpose[]; accountId?: string },
): Promise<CodeRow | 'wrong' | 'over'> {
  const rows = await tx
    .select()
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.email, email),
        inArray(signInCodes.purpose, purposes),
        accountId === undefined ? undefined : eq(signInCodes.accountId, accountId),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, ctx.now),
        lt(signInCodes.tries, MOST_TRIES),
      ),
    )
    .orderBy(desc(signInCodes.createdAt))
  const found = rows.filter((row) => same(row.codeHash, hash(ctx, row.id, code)))[0]
  if (found) return (await markUsed(tx, ctx, found.id)) ? found : 'over'
  if (rows.length === 0) return 'over'
  const ids = rows.map(({ id }) => id)
  await tx
    .update(signInCodes)
    .set({ tries: sql`${signInCodes.tries} + 1` })
    .where(inArray(signInCodes.id, ids))
  return 'wrong'
}

async function markUsed(tx: Tx, ctx: Ctx, id: string) {
  const used = await tx
    .update(signInCodes)
    .set({ usedAt: ctx.now })
    .where(and(eq(signInCodes.id, id), isNull(signInCodes.usedAt)))
    .returning({ id: signInCodes.id })
  return used.length === 1
}

/** Keyed with the installation's secret: a stolen table cannot be searched for six digits. */
const hash = (ctx: Ctx, id: string, code: string) =>
  createHmac('sha256', ctx.secret).update(`code:${id}:${code}`).digest('hex')

const same = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other))
