import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TRPCError } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { migrate, openStore } from '@wirearchy/db'
import { type Care, startCare } from './care.ts'
import { makeClock } from './clock.ts'
import { type Caller, type House, requestCtx } from './context.ts'
import { deviceOf } from './device.ts'
import type { Env } from './env.ts'
import { factsOf } from './guard/facts.ts'
import { makeGuard } from './guard/guard.ts'
import { startJobs } from './jobs.ts'
import { logFault } from './log-fault.ts'
import { startIndex } from './network-index.ts'
import { appRouter, callerFor } from './router.ts'

export { type Env, readEnv } from './env.ts'
export { harden } from './harden.ts'
export { endPlainly, logFault } from './log-fault.ts'
export { keepFilesToOurselves } from './own-files.ts'
export { stopOn } from './stop.ts'

/** Boots the house: brings the database up to date, opens it, and gives what an HTTP server mounts. */
export async function createApp(env: Env) {
  migrate(env.databaseUrl, { root: env.root })
  const store = openStore(env.databaseUrl, env.root)
  const house: House = { env, store, clock: makeClock(store, env.demo), index: null }
  const index = startIndex(house)
  let stopJobs = async () => {}
  let care: Care | null = null
  return {
    env,
    store,
    house,
    /** Settles when the index of the network stands; nobody has to wait for it. */
    indexStands: index.stands,
    /** Goes before everything else, static files included. */
    guard: makeGuard(env, store, () => care?.isSound() ?? true),
    /** Answers everything under /trpc. */
    trpc: trpcHandler(house),
    /** For each page: the in-process caller and what the shell shows. */
    contextFor: (req: IncomingMessage, res: ServerResponse) => pageContext(house, req, res),
    /** Begins to send letters, do what is due and look after the database. */
    startJobs() {
      stopJobs = startJobs(house)
      care = startCare(env)
    },
    async close() {
      care?.stop()
      await stopJobs()
      await index.stop()
      await store.close()
    },
  }
}

export type App = Awaited<ReturnType<typeof createApp>>

async function pageContext(house: House, req: IncomingMessage, res: ServerResponse) {
  const ctx = await requestCtx(house, callerOf(req, res))
  const { nonce, requestId } = factsOf(req)
  const viewer = ctx.viewer ? { id: ctx.viewer, name: ctx.viewerName ?? '' } : null
  res.setHeader('cache-control', 'no-store')
  const logs = { requestId, report: (error: unknown) => logFault(error, requestId) }
  return { api: callerFor(ctx), form: ctx.form, viewer, demo: ctx.demo, origin: ctx.origin, nonce, ...logs }
}

function callerOf(req: IncomingMessage, res: ServerResponse): Caller {
  const { ip, requestId } = factsOf(req)
  const { cookie, 'user-agent': agent } = req.headers
  return {
    cookie,
    device: deviceOf(agent),
    ip,
    requestId,
    setCookie: (line) => res.appendHeader('set-cookie', line),
  }
}

/** A program that may have to send a change again says so by `idempotency-key: <8 to 100 letters, digits, - or _>`. */
const keyIn = ({ headers }: IncomingMessage) => headers['idempotency-key']?.toString()

function trpcHandler(house: House) {
  return async (req: IncomingMessage, res: ServerResponse) => {
    const url = new URL(req.url ?? '/', house.env.origin)
    res.setHeader('cache-control', 'no-store')
    await nodeHTTPRequestHandler({
      req,
      res,
      path: url.pathname.replace(/^\/(trpc\/)?/, ''),
      router: appRouter,
      maxBatchSize: 10,
      createContext: ({ info }) =>
        requestCtx(house, { ...callerOf(req, res), key: keyIn(req), batched: info.isBatchCall }),
      onError: ({ error }) => report(error, factsOf(req).requestId),
    })
  }
}

/** A fault of ours, for us, under the number that the caller was told. */
function report(error: TRPCError, requestId: string) {
  if (error.code === 'INTERNAL_SERVER_ERROR') logFault(error.cause ?? error, requestId)
}
