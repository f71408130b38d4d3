import { createHash } from 'node:crypto'
import { eq, idempotencyKeys, lt, type Store, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

const KEPT_MS = 7 * 24 * 60 * 60_000

/** Which press of which button: who pressed, what they asked for, with which answers, on which copy of the form. */
export interface Press {
  viewer: string | null
  verb: string
  input: unknown
  key: string
}

/** A store that keeps the act's answer. */
export interface OnceStore extends Store {
  /** What the verb's transaction answered; null while none has ended. */
  kept(): { answer: unknown } | null
}

/** Thrown out of a transaction whose act another copy of the same press has done: the answer is that one's. */
export class AlreadyDone extends Error {
  constructor(readonly answer: unknown) {
    super('This was done already.')
  }
}

/**
 * A store for one press: the verb's transaction also keeps its answer under the press, so that of a double click,
 * a retry after a time-out or a page sent twice exactly one acts, even if the process dies in between.
 * A refusal is not an answer: nothing is kept and it may be tried again. The first transaction is the act; what
 * follows from it later is written plainly, and has to be found and finished by the daily run if it is cut off.
 * @throws AlreadyDone from `tx` when the press has been answered
 */
export function onceStore(store: Store, press: Press, { now }: Pick<Ctx, 'now'>): OnceStore {
  const key = keyOf(press)
  let kept: { answer: unknown } | null = null
  return {
    ...store,
    kept: () => kept,
    tx: (body, kind) =>
      kind === 'aside' || kept
        ? store.tx(body)
        : store.tx(async (tx) => {
            const given = await keptAnswer(tx, key)
            if (given) throw new AlreadyDone(given.answer)
            const result = await body(tx)
            await tx.insert(idempotencyKeys).values({
              ...{ key, personId: press.viewer, verb: press.verb, createdAt: now },
              result: result ?? null,
            })
            kept = { answer: result }
            return result
          }),
  }
}

/** What this press was answered before; null when it was not. */
export const answerTo = (store: Store, press: Press) => keptAnswer(store.read, keyOf(press))

/** Keeps what the verb made of its transaction's answer. */
export const keepAnswer = (store: Store, press: Press, answer: unknown) =>
  store.tx(async (tx) => {
    const row = eq(idempotencyKeys.key, keyOf(press))
    await tx
      .update(idempotencyKeys)
      .set({ result: answer ?? null })
      .where(row)
  })

/** Forgets a press whose verb refused after its transaction, so that it may be tried again. */
export const forgetAnswer = (store: Store, press: Press) =>
  store.tx(async (tx) => {
    await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.key, keyOf(press)))
  })

/** Forgets answers a week old. */
export async function forgetOldAnswers(tx: Tx, { now }: Ctx) {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, now - KEPT_MS))
}

async function keptAnswer(reader: Pick<Tx, 'select'>, key: string) {
  const [row] = await reader.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
  return row ? { answer: row.result } : null
}

/** Two people, two verbs or two sets of answers never meet under one key. */
export const keyOf = ({ viewer, verb, input, key }: Press) =>
  createHash('sha256')
    .update(JSON.stringify([viewer, verb, input ?? null, key]))
    .digest('hex')
