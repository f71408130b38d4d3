import { hash, verify } from '@node-rs/argon2'
import { Problem } from '@wirearchy/domain'

/** OWASP's floor for argon2id; memory in KiB. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2
const PATIENCE_MS = 5_000

let running = 0
const waiting: (() => void)[] = []

/** Two at a time and nobody longer than five seconds in the queue: hashing must not starve everybody else's pages. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await turn()
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** Resolves when a finished work hands its place on. */
function turn() {
  return new Promise<void>((resolve, reject) => {
    const begin = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(
        new Problem('busy', 'Many people are signing in just now. Try again in a minute, or use a code.'),
      )
    }, PATIENCE_MS)
    waiting.push(begin)
  })
}

/** The hash of a password, with its own salt in it. */
export const hashPassword = (password: string) => inTurn(() => hash(password, COST))

let nobodys: Promise<string> | undefined

/**
 * Whether a password is the one behind a hash. For an address without a password it does the same work against
 * nobody's and says no.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hash('nobody has this password', COST)
  const against = stored ?? (await nobodys)
  const isRight = await inTurn(() => verify(against, password))
  return isRight && stored !== null
}
