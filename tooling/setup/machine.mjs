// What the setup needs to know of the machine, and how it runs other programs.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const isRoot = process.getuid?.() === 0

/** A setup that cannot go on: `message` says what is wrong, `help` is the command that helps. */
export class Stop extends Error {
  constructor(message, help) {
    super(message)
    this.help = help
  }
}

/** Where a program is on the PATH, or null. */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {}
  }
  return null
}

/** Runs a program to its end: `{ ok, output }`. Never throws; a time limit (ms) counts as a failure. */
export function run(command, args, { cwd = root, env = {}, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, timeout })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ ok: false, output: String(error) }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** Does the work under one printed line that ends with the time it took. */
export async function say(line, work) {
  process.stdout.write(`${line} … `)
  const start = Date.now()
  try {
    const result = await work()
    console.log(`${((Date.now() - start) / 1000).toFixed(1)} s`)
    return result
  } catch (error) {
    console.log('no')
    throw error
  }
}

/** The npm that belongs to this Node: its cli.js, whether or not we were started by npm. */
export function npmCli() {
  const prefix = dirname(dirname(process.execPath))
  const onPath = which('npm')
  const places = [
    process.env.npm_execpath,
    join(prefix, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    onPath && realpathSync(onPath),
  ]
  const found = places.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  if (!found)
    throw new Stop(
      'npm was not found beside Node.',
      'Install Node from https://nodejs.org: npm comes with it.',
    )
  return found
}

/** Installs Debian packages when we may (root, apt-get); false when we may not or it did not work. */
export async function aptInstall(names) {
  if (!isRoot || !which('apt-get')) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  return say(`Installing ${names.join(', ')} with apt`, async () => {
    await run('apt-get', ['update', '-qq'], { env })
    return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env })).ok
  })
}

/** True when the program starts and ends well with these arguments. */
export function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 }).status === 0
}
