import { account } from './routers/account.ts'
import { network } from './routers/network.ts'
import { createCallerFactory, router } from './trpc.ts'

/** The table of contents of everything that can be asked. */
export const appRouter = router({ account, network })

export type AppRouter = typeof appRouter

export const callerFor = createCallerFactory(appRouter)

/** The same, called in process: what pages get as `context.api`. */
export type Api = ReturnType<typeof callerFor>
