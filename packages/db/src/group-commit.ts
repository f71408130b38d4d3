import { setTimeout as wait } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { faultOf } from './fault.ts'
import { plainly, StoreUnavailable } from './unavailable.ts'

type Body<T> = (afterCommit: (run: () => void) => void) => Promise<T>
interface Waiting {
  body: Body<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

const LONGEST_MS = 10
const { setImmediate: soon } = globalThis
/** However long the queue, requests, streams and timers come in between two commits. */
const othersTurn = () => new Promise<void>((resolve) => void soon(resolve))
const BUSY_BUDGET_MS = 10_000

/**
 * Runs bodies one after another, each in its own savepoint, and commits what gathered within a tick of
 * at most 10 ms with one fsync. A body is acknowledged, and its afterCommit run, only after that COMMIT;
 * a body that throws rolls back its own savepoint alone. When the disk takes no more, everybody who waited for that
 * COMMIT hears so, and the next tick tries anew.
 * @param onBegin runs first in each transaction
 */
export function groupCommit(client: Database.Database, onBegin = () => {}) {
  const queue: Waiting[] = []
  let draining: Promise<void> | null = null
  const drain = async () => {
    try {
      while (queue.length > 0) {
        await commitSome(client, queue, onBegin)
        if (queue.length > 0) await othersTurn()
      }
    } finally {
      draining = null
    }
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

async function commitSome(client: Database.Database, queue: Waiting[], onBegin: () => void) {
  const settle: (() => void)[] = []
  const taken: Waiting[] = []
  try {
    await begin(client)
    onBegin()
    const until = performance.now() + LONGEST_MS
    do {
      const next = queue.shift()
      if (!next) break
      taken.push(next)
      settle.push(await inSavepoint(client, next))
    } while (queue.length > 0 && performance.now() < until)
    client.exec('commit')
  } catch (error) {
    undo(client)
    const lost = taken.length > 0 ? taken : queue.splice(0)
    for (const one of lost) one.reject(plainly(error))
    return
  }
  for (const tell of settle) tell()
}

/** SQLite itself may have rolled back; a disk that fails here too has nothing left to undo. */
function undo(client: Database.Database) {
  try {
    if (client.inTransaction) client.exec('rollback')
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', rollback: (error as Error).message }))
  }
}

async function inSavepoint(client: Database.Database, { body, resolve, reject }: Waiting) {
  const after: (() => void)[] = []
  client.exec('savepoint one')
  try {
    const value = await body((run) => after.push(run))
    assertUnderWay(client)
    client.exec('release one')
    return () => {
      for (const run of after) attempt(run)
      resolve(value)
    }
  } catch (error) {
    if (!client.inTransaction) throw error
    client.exec('rollback to one; release one')
    return () => reject(plainly(error))
  }
}

/** What follows a commit cannot undo it: the others are told all the same. */
function attempt(run: () => void) {
  try {
    run()
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', afterCommit: faultOf(error) }))
  }
}

/**
 * SQLite ends a transaction by itself when the disk fails. What a body wrote after that would stand alone and be kept.
 * @throws StoreUnavailable when the transaction that a body believes in is gone
 */
export function assertUnderWay(client: Database.Database) {
  if (!client.inTransaction) throw new StoreUnavailable('io')
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
