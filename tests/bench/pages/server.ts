import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const ENTRY = join('apps', 'web', 'dist', 'server.js')
/** What the server says once it answers, and once the index of the network stands. */
const LISTENS = 'Wirearchy is at'
const STANDS = 'The index of the network stands'
const PATIENCE_MS = 120_000

export interface Running {
  port: number
  /** The server's memory in MB, where the system tells; else NaN. */
  memory(): number
  /** Milliseconds of processor time that the server has used so far, where the system tells; else NaN. */
  processor(): number
  stop(): Promise<void>
}

/** Starts the built server as it runs in production and waits until it answers and its index stands. */
export async function startServer(databaseUrl: string): Promise<Running> {
  if (!existsSync(join(ROOT, ENTRY)))
    throw new Error('There is no built server yet. Run "npm run build" first.')
  const port = await freePort()
  const env = {
    ...process.env,
    DEMO: '1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    NODE_ENV: 'production',
  }
  const server = spawn(process.execPath, [ENTRY], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  await says(server, process.env.GRAPH_INDEX === 'off' ? [LISTENS] : [LISTENS, STANDS])
  return {
    port,
    memory: () => memoryOf(server.pid),
    processor: () => processorOf(server.pid),
    async stop() {
      server.kill('SIGTERM')
      await once(server, 'exit')
    },
  }
}

/** Waits until the server has said all of these. */
function says(server: ChildProcess, words: string[]) {
  let said = ''
  return new Promise<void>((resolve, reject) => {
    const fail = (why: string) => {
      server.kill('SIGKILL')
      reject(new Error(`${why}\n${said}`))
    }
    const timer = setTimeout(() => fail('The server was not ready in two minutes.'), PATIENCE_MS)
    const listen = (chunk: Buffer) => {
      said += chunk
      if (!words.every((line) => said.includes(line))) return
      clearTimeout(timer)
      resolve()
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', () => fail('The server stopped.'))
  })
}

function memoryOf(pid: number | undefined) {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return Number.NaN
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024
}

/** In the kernel's hundredths of a second: its own and those spent in the system for it. */
function processorOf(pid: number | undefined) {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return Number.NaN
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
