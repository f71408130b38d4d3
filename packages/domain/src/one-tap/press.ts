import { and, eq, gt, isNull, letterLinks, type Store, type Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import type { LetterToken } from '@wirearchy/domain/notice/input'
import { behind, OVER, UNKNOWN, whyOver } from './behind.ts'

/**
 * Does what a button says, once, as the person to whom it was given, whoever is or is not signed in; it opens nothing
 * else. The act and the use of the button are one transaction: of many presses one acts, and a refusal uses up nothing.
 * @throws Problem gone for one that was used, has run out or is not ours, and when what it is about is out of sight ·
 * whatever else the act's own verb refuses
 */
export async function press(ctx: Ctx, { token }: LetterToken) {
  const found = await behind(ctx, token)
  if (!found) throw new Problem('gone', UNKNOWN)
  const { link, act, as } = found
  const why = whyOver(link, as)
  if (why) throw new Problem('gone', why)
  const use = onUse(ctx, link.id)
  const done = await act.run({ ...as, store: use.store }, link.input).catch(inWords)
  await use.atLast()
  return { done, page: act.page(link.input) }
}

/** What may not be seen any more reads the same as what is over. */
function inWords(error: unknown): never {
  if (error instanceof Problem && error.code === 'not_found') throw new Problem('gone', OVER)
  throw error
}

/** A store whose first transaction, the act, also uses the button up. */
function onUse({ store, now }: Ctx, linkId: string) {
  let isUsed = false
  const using: Store['tx'] = (body, kind) =>
    kind === 'aside' || isUsed
      ? store.tx(body)
      : store.tx(async (tx) => {
          await useUp(tx, linkId, now)
          const result = await body(tx)
          isUsed = true
          return result
        })
  return {
    store: { ...store, tx: using },
    /** For an act that found everything as it should be and wrote nothing. */
    atLast: async () => {
      if (!isUsed) await store.tx((tx) => useUp(tx, linkId, now))
    },
  }
}

async function useUp(tx: Tx, linkId: string, now: number) {
  const open = and(eq(letterLinks.id, linkId), isNull(letterLinks.usedAt), gt(letterLinks.expiresAt, now))
  const used = await tx.update(letterLinks).set({ usedAt: now }).where(open).returning({ id: letterLinks.id })
  if (used.length === 0) throw new Problem('gone', 'This button has been used: each works once.')
}
