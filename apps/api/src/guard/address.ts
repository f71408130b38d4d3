import type { Check, Refusal } from './refusal.ts'

const LONGEST = 2_048
const TOO_LONG: Refusal = {
  status: 414,
  sentence: 'This address is too long. Go back and follow the link again.',
}
const NOT_OURS: Refusal = { status: 400, sentence: 'We could not read this address. Check it for slips.' }

/** An address we can read: a path of ours, not a whole URL, two slashes or a backslash, and not too long. */
export function address(target: string | undefined, origin: string): URL | Refusal {
  if (!target?.startsWith('/') || target.startsWith('//') || target.includes('\\')) return NOT_OURS
  if (target.length > LONGEST) return TOO_LONG
  return URL.canParse(target, origin) && isReadable(target) ? new URL(target, origin) : NOT_OURS
}

/** A path with a broken %-mark, as mail programs make them, is nobody's: what came after us would fail over it. */
function isReadable(target: string) {
  try {
    return decodeURIComponent(target.split('?')[0] ?? '') !== ''
  } catch {
    return false
  }
}

/** `?_data=` is Remix's old door to a loader, past its check of where a form came from. */
export const oldDataDoor: Check = (_req, { searchParams }) =>
  searchParams.has('_data') ? { status: 400, sentence: 'This address is no longer in use.' } : undefined

const MOST_PATHS = 50
const MOST_SEGMENTS = 12
const LONGEST_PATH = 200

/** Matching many long paths in one `__manifest` request would hold everybody up for seconds. */
export const manifest: Check = (_req, { pathname, searchParams }) => {
  if (!pathname.endsWith('/__manifest')) return undefined
  const paths = [...searchParams.entries()].filter(([name]) => name !== 'version').map(([, path]) => path)
  const isModest = (path: string) =>
    path.length <= LONGEST_PATH && path.split('/').length <= MOST_SEGMENTS + 1
  if (paths.length <= MOST_PATHS && paths.every(isModest)) return undefined
  return { status: 400, sentence: 'That is too many addresses at once.' }
}
