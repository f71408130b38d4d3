import type { Store } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import {
  AlreadyDone,
  answerTo,
  forgetAnswer,
  keepAnswer,
  keyOf,
  onceStore,
  type Press,
} from '@wirearchy/domain/job'
import type { RequestCtx } from './context.ts'

/** What a middleware of the API gets and gives, as far as a press is concerned. */
export interface Call<Outcome> {
  ctx: RequestCtx
  type: string
  path: string
  getRawInput(): Promise<unknown>
  next(given?: { ctx: RequestCtx }): Promise<Outcome>
}
type Ended = { ok: boolean; data?: unknown; error?: { cause?: unknown } }

/** Pressing these again is a new act even from an old page: whoever presses Block is blocking. */
const ALWAYS_ANEW = /^safety\./

/** A form's or a program's own key: long enough that nobody meets another's by chance. */
const KEY = /^[\w-]{8,100}$/

/**
 * A member's act happens once a press: whoever sends the same form again (a double click, a retry after a time-out,
 * another process) gets the first one's answer. What was refused may be sent again. The answer is kept for a week
 * in the act's own transaction.
 */
export async function pressedOnce<Outcome extends Ended>(call: Call<Outcome>): Promise<Outcome> {
  const press = await pressOf(call)
  if (!press || ALWAYS_ANEW.test(call.path)) return call.next()
  const { store } = call.ctx
  return inTurn(store, keyOf(press), async () => {
    const given = await answerTo(store, press)
    if (given) return answered<Outcome>(given.answer)
    const once = onceStore(store, press, call.ctx)
    const ended = await call.next({ ctx: { ...call.ctx, store: once } })
    return settle(store, press, ended, once.kept())
  })
}

async function settle<Outcome extends Ended>(
  store: Store,
  press: Press,
  ended: Outcome,
  kept: { answer: unknown } | null,
) {
  const cause = ended.error?.cause
  if (cause instanceof AlreadyDone) return answered<Outcome>(cause.answer)
  if (!kept) return ended
  if (!ended.ok) await forgetAnswer(store, press)
  else if (!isSame(ended.data, kept.answer)) await keepAnswer(store, press, ended.data)
  return ended
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
const answered = <Outcome>(data: unknown) => ({ ok: true, data: data ?? undefined }) as Outcome

const REMEMBERED_MS = 60_000

interface Remembered {
  until: number
  ended: Ended
  cookies: string[]
}

/**
 * At the door an answer may hold a session, which is kept nowhere: it is remembered in this process alone, for a
 * minute, for the same caller, and given again with its cookie.
 */
export async function pressedAtTheDoor<Outcome extends Ended>(call: Call<Outcome>): Promise<Outcome> {
  const press = await pressOf(call)
  if (!press) return call.next()
  const key = keyOf({ ...press, viewer: call.ctx.ip })
  return inTurn(call.ctx.store, key, async () => {
    const lately = remembered(call.ctx)
    const before = lately.get(key)
    if (before) {
      for (const line of before.cookies) call.ctx.setCookie(line)
      return before.ended as Outcome
    }
    const cookies: string[] = []
    const setCookie = (line: string) => {
      cookies.push(line)
      call.ctx.setCookie(line)
    }
    const ended = await call.next({ ctx: { ...call.ctx, setCookie } })
    if (ended.ok)
      lately.set(key, { until: call.ctx.now + REMEMBERED_MS, ended: answered(ended.data), cookies })
    return ended
  })
}

async function pressOf({ ctx, type, path, getRawInput }: Call<unknown>): Promise<Press | null> {
  const { key } = ctx.form
  if (type !== 'mutation' || !key || !KEY.test(key)) return null
  if (ctx.batched)
    throw new Problem('bad_input', 'Send a change that carries a key by itself, one a request.')
  return { viewer: ctx.viewer, verb: path, input: await getRawInput(), key }
}

const doors = new WeakMap<Store, Map<string, Remembered>>()

function remembered({ store, now }: RequestCtx) {
  const lately = doors.get(store) ?? new Map<string, Remembered>()
  doors.set(store, lately)
  for (const [key, { until }] of lately) if (until < now) lately.delete(key)
  return lately
}

const running = new WeakMap<Store, Map<string, Promise<unknown>>>()

/** Two copies of one press in this process go one after the other, so that the second finds the whole answer. */
async function inTurn<Result>(store: Store, key: string, act: () => Promise<Result>): Promise<Result> {
  const turns = running.get(store) ?? new Map<string, Promise<unknown>>()
  running.set(store, turns)
  const before = turns.get(key)
  const mine = (async () => {
    await before?.catch(() => {})
    return act()
  })()
  turns.set(key, mine)
  try {
    return await mine
  } finally {
    if (turns.get(key) === mine) turns.delete(key)
  }
}
