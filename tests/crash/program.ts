import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const TESTS = fileURLToPath(new URL('..', import.meta.url))
/** What is run: the drills' own processes, and the product's server and command line, bundled as they are shipped. */
const ENTRIES = {
  writer: 'crash/writer.ts',
  migrator: 'crash/migrator.ts',
  serve: '../apps/api/src/serve.ts',
  cli: '../apps/api/src/cli.ts',
} as const
type Name = keyof typeof ENTRIES

const made = new Map<Name, string>()
afterAll(() => {
  for (const path of made.values())
    for (const ending of ['', '.map', '.sources']) rmSync(path + ending, { force: true })
})

/** A program as one file that Node starts at once; made anew, from the sources as they are, by each process that asks. */
export function program(name: Name): string {
  const known = made.get(name)
  if (known) return known
  const outfile = `.cache/crash/${name}-${process.pid}.mjs`
  execFileSync(process.execPath, [join(TESTS, 'crash/build.mjs'), ENTRIES[name], outfile], { cwd: TESTS })
  const path = join(TESTS, outfile)
  made.set(name, path)
  return path
}

/**
 * Starts a program with its orders as one argument.
 * @param under what it runs under, such as strace with its options
 * @param out an open file that takes what it says: what was written there is kept however the program ends
 */
export function start(
  name: Name,
  orders: object,
  { under = [], out }: { under?: string[]; out: number },
): ChildProcess {
  const [command, ...args] = [...under, process.execPath, program(name), JSON.stringify(orders)]
  return spawn(command as string, args, { stdio: ['ignore', out, 'inherit'] })
}

/** Kills at once, as `kill -9` does, and waits until it is gone. */
export function killed(child: ChildProcess): Promise<void> {
  const gone = ended(child).then(() => {})
  child.kill('SIGKILL')
  return gone
}

/** @returns the exit code once the program has ended; null when a signal ended it */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', resolve)
  })
}
