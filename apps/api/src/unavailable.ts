import { plainly, StoreUnavailable } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'

const QUIET_MS = 10_000
let lastSaid = Number.NEGATIVE_INFINITY

/** The refusal in what a procedure threw, a disk that takes nothing among them; null for a fault of ours. */
export function problemIn(thrown: unknown): Problem | null {
  if (thrown instanceof Problem) return thrown
  const cause = plainly(thrown)
  if (!(cause instanceof StoreUnavailable)) return null
  tellOperator(cause)
  return new Problem(
    'busy',
    'We can’t save anything at the moment, and nothing was changed. What you wrote is still here: try again in a few minutes.',
  )
}

/** The log says which disk trouble it is, and not once a request. */
function tellOperator({ why, message }: StoreUnavailable) {
  if (performance.now() - lastSaid < QUIET_MS) return
  lastSaid = performance.now()
  console.error(JSON.stringify({ level: 'error', store: why, message }))
}
