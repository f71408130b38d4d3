import { randomUUID as newKey } from 'node:crypto'
import { callerFor } from '@wirearchy/api/router'
import type { Store, Tx } from '@wirearchy/db'
import { type Day, Problem } from '@wirearchy/domain'
import { morningOf } from '@wirearchy/domain/testing'
import type { Relation } from './relations.ts'
import type { TessWorld } from './world.ts'

/** What came of asking: the answer or the refusal as it would be written down, and how it went in one word. */
export interface Asked {
  outcome: string
  bytes: string
}

/** The context that the app gives a request of this person on this day. */
function requestOf(w: TessWorld, relation: Relation, { day = w.day, store = w.store } = {}) {
  const viewer = relation === 'visitor' ? null : w.people[relation]
  const { ctx } = w.house
  return {
    ...{ ...ctx(viewer, day), store, now: morningOf(day) + 60_000, correlationId: 'asked' },
    viewerName: viewer && `The ${relation}`,
    accountId: viewer && (w.accounts[relation] ?? null),
    sessionId: viewer && `session of ${relation}`,
    ...{ device: null, ip: '192.0.2.7', batched: false, form: { key: newKey() }, setCookie: () => {} },
  }
}

type Ask = (input: unknown) => Promise<unknown>

/** Asks one procedure in process, as a page does; what it writes is taken back, so that everybody asks of one world. */
export async function ask(
  w: TessWorld,
  relation: Relation,
  path: string,
  input?: unknown,
  day?: Day,
): Promise<Asked> {
  const ctx = requestOf(w, relation, { ...(day ? { day } : {}), store: takenBack(w.store) })
  const [router, procedure] = path.split('.') as [string, string]
  const api = callerFor(ctx) as unknown as Record<string, Record<string, Ask>>
  const procedureOf = (api[router] as Record<string, Ask>)[procedure] as Ask
  try {
    const answer = await procedureOf(input)
    return { outcome: 'ok', bytes: JSON.stringify(answer ?? null) }
  } catch (error) {
    return refusalOf(error as Error & { code?: string })
  }
}

function refusalOf({ cause, code, message }: Error & { code?: string }): Asked {
  if (cause instanceof Problem) {
    const { field } = cause
    return { outcome: cause.code, bytes: JSON.stringify({ code: cause.code, message: cause.message, field }) }
  }
  if (code === 'BAD_REQUEST') return { outcome: 'bad_input', bytes: JSON.stringify({ code, message }) }
  return { outcome: 'FAULT', bytes: String(cause instanceof Error ? cause.stack : message) }
}

const TAKEN_BACK = Symbol('taken back')

/** The same store, in which every transaction is undone once its answer is known. */
function takenBack(store: Store): Store {
  return {
    ...store,
    async tx<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
      const kept: { answer?: T } = {}
      const undone = store.tx(async (tx) => {
        kept.answer = await body(tx)
        throw TAKEN_BACK
      })
      await undone.catch((thrown: unknown) => {
        if (thrown !== TAKEN_BACK) throw thrown
      })
      return kept.answer as T
    },
  }
}
