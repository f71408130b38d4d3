import { setTimeout as wait } from 'node:timers/promises'
import type Database from 'better-sqlite3'

type Body<T> = (afterCommit: (run: () => void) => void) => Promise<T>
interface Waiting {
  body: Body<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

const LONGEST_MS = 10
const BUSY_BUDGET_MS = 10_000

/**
 * Runs bodies one after another, each in its own savepoint, and commits what gathered within a tick of
 * at most 10 ms with one fsync. A body is acknowledged, and its afterCommit run, only after that COMMIT;
 * a body that throws rolls back its own savepoint alone.
 */
export function groupCommit(client: Database.Database) {
  const queue: Waiting[] = []
  let draining: Promise<void> | null = null
  const drain = async () => {
    while (queue.length > 0) await commitSome(client, queue)
    draining = null
  }
  return {
    run<T>(body: Body<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        queue.push({ body, resolve: resolve as Waiting['resolve'], reject })
        draining ??= Promise.resolve().then(drain)
      })
    },
    async settled() {
      while (draining) await draining
    },
  }
}

async function commitSome(client: Database.Database, queue: Waiting[]) {
  const settle: (() => void)[] = []
  const taken: Waiting[] = []
  try {
    await begin(client)
    const until = performance.now() + LONGEST_MS
    do {
      const next = queue.shift()
      if (!next) break
      taken.push(next)
      settle.push(await inSavepoint(client, next))
    } while (queue.length > 0 && performance.now() < until)
    client.exec('commit')
  } catch (error) {
    if (client.inTransaction) client.exec('rollback')
    const lost = taken.length > 0 ? taken : queue.splice(0)
    for (const one of lost) one.reject(error)
    return
  }
  for (const tell of settle) tell()
}

async function inSavepoint(client: Database.Database, { body, resolve, reject }: Waiting) {
  const after: (() => void)[] = []
  client.exec('savepoint one')
  try {
    const value = await body((run) => after.push(run))
    client.exec('release one')
    return () => {
      for (const run of after) run()
      resolve(value)
    }
  } catch (error) {
    if (!client.inTransaction) throw error
    client.exec('rollback to one; release one')
    return () => reject(error)
  }
}

/** Another process (an import, a backup) may hold the file: wait in short turns, never in one long block. */
async function begin(client: Database.Database) {
  const until = performance.now() + BUSY_BUDGET_MS
  client.pragma('busy_timeout = 0')
  try {
    for (let turn = 1; ; turn += 1) {
      try {
        client.exec('begin immediate')
        return
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error
        await wait(Math.min(2 * turn, 25))
      }
    }
  } finally {
    client.pragma('busy_timeout = 5000')
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
