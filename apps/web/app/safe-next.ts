const HOME = '/home'
const LONGEST = 512
const HERE = 'http://here.test'

/** Pages one may be sent back to after signing in; nothing that acts, nothing of the demo. */
const PAGES =
  /^\/(home|people|groups|schools|moving|settings|join|story|messages|mentoring|more|start|help|connections|notices)(\/|\?|$)/

/**
 * Where to go after signing in.
 * Takes what stood in `?next=` and gives a path with its query, or `/home` when it leads anywhere but to our pages.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !isInnerPath(next)) return HOME
  const url = new URL(next, HERE)
  const path = url.pathname + url.search
  return PAGES.test(path) && isInnerPath(path) ? path : HOME
}

/** Whether a text is a path on this site: one leading slash, no backslash, no control character, no escape by dots. */
export function isInnerPath(path: unknown): path is string {
  if (typeof path !== 'string' || path.length > LONGEST) return false
  if (!path.startsWith('/') || path.includes('//') || hasUnsafeCharacter(path)) return false
  return URL.canParse(path, HERE) && new URL(path, HERE).origin === HERE
}

function hasUnsafeCharacter(path: string) {
  return [...path].some((character) => character <= ' ' || character === '\\' || character === '\u007f')
}
