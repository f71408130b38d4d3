const MOST_FRAMES = 15
/** Where code was, as an engine writes it. */
const FRAME = /^ {4}at .*(:\d+:\d+\)?|<anonymous>\)?)$/

/**
 * A fault as a log may keep it: of what kind it is and where it was thrown, and never its message. Messages quote what
 * somebody wrote (JSON that cannot be read, a statement with its parameters) and addresses that are keys.
 */
export function faultOf(thrown: unknown) {
  return { fault: kindOf(thrown), at: thrown instanceof Error ? framesOf(thrown) : [] }
}

function kindOf(thrown: unknown) {
  if (typeof thrown !== 'object' || thrown === null) return typeof thrown
  const { name, code, status } = thrown as { name?: unknown; code?: unknown; status?: unknown }
  return [name ?? thrown.constructor?.name, code, status].filter(isWord).join(' ') || 'unknown'
}

/** A name, a code or a status: one word or number, so that nothing that was said gets in by it. */
const isWord = (part: unknown) =>
  typeof part === 'number' || (typeof part === 'string' && /^\w{1,60}$/.test(part))

/** The lines after the message, which may have lines of its own. */
function framesOf({ stack = '', message }: Error) {
  const start = message ? stack.indexOf(message) : 0
  return (start < 0 ? stack : stack.slice(start + message.length))
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim())
}
