import type { Errors } from './form-raw.ts'

/** Why a verb said no, whatever door the no came through. */
export type Refusal = { code: string; errors: Errors }

type Issue = { path?: readonly PropertyKey[]; message?: string; code?: string; errors?: Issue[][] }
type Thrown = {
  name?: string
  code?: unknown
  message?: string
  field?: string
  issues?: unknown
  cause?: unknown
}

/** The tRPC names of the domain's codes, for callers that wrap a Problem. */
const FROM_TRPC: Record<string, string> = {
  BAD_REQUEST: 'bad_input',
  UNAUTHORIZED: 'signed_out',
  FORBIDDEN: 'not_allowed',
  NOT_FOUND: 'not_found',
  CONFLICT: 'conflict',
  TOO_MANY_REQUESTS: 'too_many',
}

const PLAIN_ENGLISH_LACKING = /^(Invalid|Unrecognized|Too (small|big)|Expected|Required$|Input not)/

/** Reads a thrown thing as a refusal; null when it is a bug, which nobody should see as a form error. */
export function refusalFrom(error: unknown): Refusal | null {
  for (let thrown = error as Thrown | undefined, depth = 0; thrown && depth < 4; depth++) {
    if (Array.isArray(thrown.issues))
      return { code: 'bad_input', errors: fromIssues(thrown.issues as Issue[]) }
    if (thrown.name === 'Problem') return fromProblem(thrown)
    if (isBareRefusal(thrown)) return { code: FROM_TRPC[String(thrown.code)] ?? 'bad_input', errors: {} }
    thrown = thrown.cause as Thrown | undefined
  }
  return null
}

function fromProblem({ code, message, field }: Thrown): Refusal {
  return { code: String(code), errors: { [field ?? '']: message ?? '' } }
}

/** A tRPC error without a cause that knows more, such as "sign in first". */
function isBareRefusal({ code, cause }: Thrown) {
  return typeof code === 'string' && code in FROM_TRPC && !cause
}

/** The first sentence for each field; what lies inside a list is said at the list. */
function fromIssues(issues: Issue[]): Errors {
  const errors: Errors = {}
  for (const issue of issues.flatMap(nearest)) {
    const path = (issue.path ?? []).map(String)
    const end = path.findIndex((step) => /^\d+$/.test(step))
    const name = (end < 0 ? path : path.slice(0, end)).join('.')
    errors[name] ??= sentence(issue)
  }
  return errors
}

/** Of a form that may have one of several shapes: what lacks to the shape that it comes nearest to. */
function nearest(issue: Issue): Issue[] {
  const [best] = (issue.errors ?? []).toSorted((one, other) => one.length - other.length)
  if (issue.code !== 'invalid_union' || issue.path?.length || !best) return [issue]
  return best
}

function sentence({ message = '', code }: Issue) {
  if (code === 'unrecognized_keys')
    return 'This page has changed since you opened it. Reload it and try again.'
  if (message && !PLAIN_ENGLISH_LACKING.test(message)) return message
  return code === 'invalid_format'
    ? 'Check what you wrote here, then try again.'
    : 'Fill this in, then try again.'
}
