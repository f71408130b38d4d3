import { enqueue, type Handlers, workOnce } from '@wirearchy/domain/job'
import { askHowItGoes, callOffGone, remind } from '@wirearchy/domain/meeting'
import { bundle, sendMail } from '@wirearchy/domain/notice'
import { requestClock } from '@wirearchy/domain/request'
import { askAgain } from '@wirearchy/domain/space'
import { tellMove } from '@wirearchy/domain/stint'
import { type House, houseCtx } from './context.ts'
import { everyDay } from './daily.ts'
import type { Env } from './env.ts'
import { makeCarrier } from './mailer.ts'

const PAUSE_MS = 500

/** Who does which kind of job. */
export function handlersFor(env: Env): Handlers {
  const carry = env.demo ? async () => {} : makeCarrier(env)
  return {
    mail: (ctx, job) => sendMail(ctx, job, carry),
    digest: (ctx, job) => bundle(ctx, job),
    'move.tell': (ctx, job) => tellMove(ctx, job),
    'mentoring.again': (ctx, job) => askAgain(ctx, job),
    'check-in.ask': (ctx) => askHowItGoes(ctx),
    'meeting.call-off': (ctx, job) => callOffGone(ctx, job),
    'meeting.remind': (ctx, job) => remind(ctx, job),
    'request.clock': (ctx, job) => requestClock(ctx, job),
    daily: (ctx) => everyDay(ctx),
  }
}

/** Does what is due, for as long as the server runs. @returns a way to stop that waits for the work in hand */
export function startJobs(house: House, handlers = handlersFor(house.env)) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let working = Promise.resolve()
  let day = ''
  const turn = async () => {
    day = await beginDay(house, day).catch(() => day)
    while (!stopped && (await oneJob(house, handlers)));
    if (!stopped) timer = setTimeout(begin, PAUSE_MS)
  }
  const begin = () => {
    working = turn()
  }
  begin()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await working
  }
}

/** Writes the day's own job once, whoever notices the day first. @returns the day it is */
async function beginDay(house: House, known: string) {
  const ctx = await houseCtx(house)
  if (ctx.today !== known)
    await ctx.store.tx((tx) => enqueue(tx, ctx, { kind: 'daily', key: `daily:${ctx.today}` }))
  return ctx.today
}

/** @returns whether there was anything to do */
async function oneJob(house: House, handlers: Handlers) {
  try {
    const done = await workOnce(await houseCtx(house), handlers)
    if (done?.error) report(done.job.kind, done.error)
    return done !== null
  } catch (error) {
    report('claim', error)
    return false
  }
}

const QUIET_MS = 60_000
const saidAt = new Map<string, number>()

/** Says that a job went wrong, without what it was about; a disk that stays full is not told twice a second. */
function report(kind: string, error: unknown) {
  const { name, code } = error as { name?: string; code?: string }
  const line = JSON.stringify({ level: 'warn', job: kind, error: [name, code].filter(Boolean).join(' ') })
  if (performance.now() - (saidAt.get(line) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return
  saidAt.set(line, performance.now())
  console.error(line)
}
