import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { backupsIn } from '@wirearchy/db'
import { backupFolder } from './backups.ts'
import type { Env } from './env.ts'

const DAY_MS = 24 * 60 * 60_000
const LOOK_MS = 10 * 60_000
/** What verify leaves with when it found something. */
const FOUND = 1

/** Runs one command of ours in a process of its own, so that nobody waits for it. @returns its exit code and words */
type Run = (args: string[]) => { ended: Promise<{ code: number; said: string }>; stop(): void }

/** The database being looked after. */
export interface Care {
  /** False once the file was found damaged: then it takes an operator and a backup. */
  isSound(): boolean
  stop(): void
}

/**
 * Looks after the database while the server runs, each time in a process of its own: at the start, that the file is
 * sound; once a day, a backup, which is then brought back to see that it would do.
 * @param tell hears what is wrong, for the log
 */
export function startCare(env: Env, { run = runnerOf(env), tell = log, now = Date.now } = {}): Care {
  if (env.demo) return { isSound: () => true, stop: () => {} }
  let [stopped, isSound] = [false, true]
  let stopCommand = () => {}
  const command = async (...args: string[]) => {
    if (stopped) return 0
    const { ended, stop } = run(args)
    stopCommand = stop
    const { code, said } = await ended
    if (code !== 0 && !stopped) tell(args.join(' '), said)
    return code
  }
  const look = async () => {
    if (env.backupsKept === 0 || !isBackupDue(env, now())) return
    if ((await command('backup')) === 0) await command('drill', 'restore')
  }
  const lookOn = () => look().catch((error: Error) => tell('backup', error.message))
  let busy = command('verify', '--quick').then((code) => {
    isSound = code !== FOUND
    return lookOn()
  })
  const timer = setInterval(() => {
    busy = busy.then(lookOn)
  }, LOOK_MS).unref()
  const stop = () => {
    stopped = true
    clearInterval(timer)
    stopCommand()
  }
  return { isSound: () => isSound, stop }
}

/** A day after the newest one, whoever made it. */
function isBackupDue(env: Env, now: number) {
  const [newest] = backupsIn(backupFolder(env))
  return !newest || now - Date.parse(newest.manifest.createdAt) >= DAY_MS
}

const runnerOf =
  (env: Env): Run =>
  (args) => {
    const program = join(env.root, 'apps', 'api', 'bin', 'wirearchy.mjs')
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const ended = new Promise<{ code: number; said: string }>((resolve) => {
      child.on('error', (error) => resolve({ code: 2, said: error.message }))
      child.on('exit', (code) => resolve({ code: code ?? 2, said }))
    })
    return { ended, stop: () => child.kill('SIGTERM') }
  }

const log = (command: string, said: string) =>
  console.error(JSON.stringify({ level: 'error', command, said }))
