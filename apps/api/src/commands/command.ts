import { randomUUID } from 'node:crypto'
import { migrate, openStore } from '@wirearchy/db'
import { type Ctx, dayOf } from '@wirearchy/domain'
import { makeClock } from '../clock.ts'
import { type Env, readEnv } from '../env.ts'

/** One thing that can be done from the terminal. */
export interface Command {
  /** How it is called: 'backup FILE'. */
  usage: string
  /** One line for the list of commands. */
  does: string
  /** @returns the exit code: 0 done, 1 done in part, 2 refused and nothing changed */
  run(args: string[]): Promise<number>
}

/**
 * Opens the database (brought up to date first) as an operator, runs the work, and closes it.
 * @param moment UTC milliseconds; the product's own clock when left out
 */
export const withHouse = (work: (ctx: Ctx, env: Env) => Promise<number>): Promise<number> =>
  withHouseOf(readEnv(undefined, 'command'), work)

/** The same over another database than the settings name. */
export async function withHouseOf<Result>(
  env: Env,
  work: (ctx: Ctx, env: Env) => Promise<Result>,
): Promise<Result> {
  migrate(env.databaseUrl, { root: env.root })
  const store = openStore(env.databaseUrl, env.root)
  try {
    const now = await makeClock(store, env.demo)()
    const { origin, secret, demo } = env
    const ctx = {
      store,
      now,
      today: dayOf(now),
      viewer: null,
      actor: 'operator' as const,
      origin,
      secret,
      demo,
    }
    return await work({ ...ctx, correlationId: randomUUID(), index: null }, env)
  } finally {
    await store.close()
  }
}
