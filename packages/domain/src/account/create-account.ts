import { accountEmails, accounts, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { createPerson, UNNAMED } from '@wirearchy/domain/person'
import { kindOf, tidyEmail } from './address.ts'

/** Makes a person with a way to sign in, at an address that they have shown to be theirs. */
export async function createAccount(tx: Tx, ctx: Ctx, { email, name }: { email: string; name?: string }) {
  const personId = await createPerson(tx, ctx, { name: name || UNNAMED, source: 'self' })
  return { personId, accountId: await giveAccount(tx, ctx, { personId, email }) }
}

/** Gives a person who has none a way to sign in. The address counts as theirs from now. */
export async function giveAccount(
  tx: Tx,
  ctx: Ctx,
  { personId, email }: { personId: string; email: string },
) {
  const accountId = newId(ctx.now)
  await tx.insert(accounts).values({ id: accountId, personId, createdAt: ctx.now })
  await giveAddress(tx, ctx, { accountId, email: tidyEmail(email) })
  await record(tx, ctx, { type: 'account.created', personId, refs: { account: accountId } })
  return accountId
}

interface NewAddress {
  accountId: string
  email: string
  kind?: 'personal' | 'work'
  stintId?: string | null
}

/** Writes a verified address; the table refuses one that already signs in somebody else. */
export async function giveAddress(tx: Tx, ctx: Ctx, { accountId, email, kind, stintId }: NewAddress) {
  const id = newId(ctx.now)
  const row = { id, accountId, email, kind: kind ?? kindOf(email), stintId: stintId ?? null }
  await tx.insert(accountEmails).values({ ...row, verifiedAt: ctx.now, createdAt: ctx.now })
  return id
}
