export type Why = 'full' | 'read_only' | 'io' | 'busy'

const SENTENCES: Record<Why, string> = {
  full: 'The disk of the database is full. Make room on it; the server goes on by itself.',
  read_only:
    'The disk of the database takes no writes (it is read-only). Make it writable; the server goes on by itself.',
  io: 'The disk of the database failed to read or write. Look into the system’s log for the disk; run "npx wirearchy verify" when it is mended.',
  busy: 'Another process has held the database for too long. End it, or wait until it is done.',
}

const CODES: [string, Why][] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read_only'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_CANTOPEN', 'io'],
  ['SQLITE_BUSY', 'busy'],
]

/** The store cannot write for the moment. Nothing of the transaction is kept; the same may be tried again later. */
export class StoreUnavailable extends Error {
  readonly why: Why

  constructor(why: Why, cause?: unknown) {
    super(`${SENTENCES[why]} Nothing was changed.`, { cause })
    this.name = 'StoreUnavailable'
    this.why = why
  }
}

const DEEPEST = 5

/** What was thrown, or, when a disk or a lock is behind it, a StoreUnavailable that says so. */
export function plainly(error: unknown): unknown {
  let cause = error as { code?: unknown; cause?: unknown } | undefined
  for (let depth = 0; cause && depth < DEEPEST; depth += 1) {
    if (cause instanceof StoreUnavailable) return cause
    const why = whyOf(cause.code)
    if (why) return new StoreUnavailable(why, error)
    cause = cause.cause as typeof cause
  }
  return error
}

const whyOf = (code: unknown) =>
  typeof code === 'string' ? CODES.find(([start]) => code.startsWith(start))?.[1] : undefined
