import { basename, dirname } from 'node:path'

/** What a process asked of the disk, and what it told the world, in the order it did so. */
export type Act =
  | { kind: 'write'; file: string; at: number; bytes: Buffer }
  | { kind: 'resize'; file: string; size: number }
  | { kind: 'sync'; file: string }
  | { kind: 'make' | 'unlink'; file: string }
  | { kind: 'sync folder' }
  | { kind: 'tell'; text: string }

/** Every call that can change a file or ask for it to be on the disk; what we cannot replay is refused by name. */
const REPLAYED = 'openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink'
const REFUSED =
  'creat,open,pwritev,pwritev2,writev,sync_file_range,truncate,fallocate,unlinkat,rename,renameat,renameat2,link,linkat,copy_file_range,sendfile,splice,msync,io_uring_enter'

/** strace and its options; the traced command follows. -yy would hide a path behind a socket's name, -y does not. */
export const straceTo = (file: string) => [
  'strace',
  '-f',
  '-y',
  '-xx',
  ...['-s', '70000', '-o', file],
  ...['-e', `trace=${REPLAYED},${REFUSED}`, '-e', 'signal=none'],
]

/**
 * Reads strace's lines into acts on the files of one folder, and the lines told through one file of acknowledgements.
 * The index of a write-ahead log (-shm) is left out: it is memory, made anew after every crash.
 * @throws when the process changed a file of the folder in a way that this cannot replay
 */
export function actsIn(trace: string, told: string, database: string): Act[] {
  const folder = dirname(database)
  const known = new Set<string>([basename(database)])
  const whole = wholeLines(trace.split('\n'))
  return whole.flatMap((line) => {
    const call = /^\d+ +(\w+)\((.*)\) += (-?\d+)/.exec(line)
    if (!call) return []
    const [, name, text, result] = call as unknown as [string, string, string, string]
    if (Number(result) < 0) return []
    const args = text.split(', ').map(plain)
    const path = pathOf(name, args)
    if (path === told && name === 'write') return [{ kind: 'tell', text: bytesOf(text).toString() }]
    if (path === folder && /sync$/.test(name)) return [{ kind: 'sync folder' }]
    if (dirname(path) !== folder || /-shm$/.test(path)) return []
    return actOf(name, text, args, basename(path), Number(result), known)
  })
}

/** A call that another thread's call came between stands on two lines; it counts when it has ended. */
function wholeLines(lines: string[]): string[] {
  const begun = new Map<string, string>()
  return lines.flatMap((line) => {
    const pid = line.slice(0, line.indexOf(' '))
    if (line.endsWith('<unfinished ...>')) {
      begun.set(pid, line.slice(0, -' <unfinished ...>'.length))
      return []
    }
    const rest = /<\.\.\. \w+ resumed>(.*)$/.exec(line)
    return [rest ? `${begun.get(pid)}${rest[1]}` : line]
  })
}

const unescaped = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex').toString()

/** An argument as it was: a path out of its quotes or its angle brackets, anything else as it stands. */
function plain(argument: string): string {
  const quoted = /^"((?:\\x..)*)"$/.exec(argument)
  if (quoted && argument.length < 4_000) return unescaped(quoted[1] as string)
  const opened = /^\d+<(.*)>$/.exec(argument)
  return opened ? unescaped(opened[1] as string) : argument
}

const pathOf = (name: string, args: string[]) => (name === 'openat' ? args[1] : args[0]) ?? ''

/** The bytes of a write, however many commas are in them: they stand escaped. */
const bytesOf = (text: string) => {
  const from = text.indexOf('"') + 1
  return Buffer.from(text.slice(from, text.indexOf('"', from)).replaceAll('\\x', ''), 'hex')
}

function actOf(
  name: string,
  text: string,
  args: string[],
  file: string,
  result: number,
  known: Set<string>,
): Act[] {
  if (name === 'openat') return made(args, file, known)
  if (name === 'pwrite64')
    return [{ kind: 'write', file, at: Number(args.at(-1)), bytes: bytesOf(text).subarray(0, result) }]
  if (name === 'fsync' || name === 'fdatasync') return [{ kind: 'sync', file }]
  if (name === 'ftruncate') return [{ kind: 'resize', file, size: Number(args.at(-1)) }]
  if (name === 'unlink') {
    known.delete(file)
    return [{ kind: 'unlink', file }]
  }
  throw new Error(`The traced process changed ${file} with ${name}, which this drill cannot replay.`)
}

function made(args: string[], file: string, known: Set<string>): Act[] {
  if (!/O_CREAT/.test(args[2] ?? '') || known.has(file)) return []
  known.add(file)
  return [{ kind: 'make', file }]
}
