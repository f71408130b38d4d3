import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { program } from './program.ts'

/** A port of this machine that nobody uses. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/**
 * The product's API on a port of this machine, over a database file. Resolves when it answers.
 * @param origin the address it calls its own; of two servers on one file both say the same
 */
export async function startServer(
  databaseUrl: string,
  port: number,
  origin = `http://localhost:${port}`,
): Promise<ChildProcess> {
  const env = { ...process.env, DEMO: '1', DATABASE_URL: databaseUrl, PORT: String(port), ORIGIN: origin }
  const child = spawn(process.execPath, [program('serve')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', () => resolve())
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.on('exit', (code) => reject(new Error(`The server left with ${code}: ${said}`)))
  })
  return child
}

/** What a server said to one question. */
export interface Answer {
  status: number
  text: string
}

/**
 * Asks as one signed-in browser: a change when there is something to send, else a question.
 * @param key what makes the same press sent again the same press
 * @returns 'not there' when no server listens; 'cut off' when it took the request and went before it had answered
 */
export async function ask(
  port: number,
  token: string,
  procedure: string,
  {
    input,
    key,
    origin = `http://localhost:${port}`,
  }: { input?: unknown; key?: string; origin?: string } = {},
): Promise<Answer | 'not there' | 'cut off'> {
  const headers = { 'content-type': 'application/json', 'x-app': '1', origin, cookie: `session=${token}` }
  const sent = key ? { ...headers, 'idempotency-key': key } : headers
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/trpc/${procedure}`, {
      headers: sent,
      ...(input === undefined ? {} : { method: 'POST', body: JSON.stringify(input) }),
    })
    return { status: answer.status, text: await answer.text() }
  } catch (error) {
    if (!(error instanceof TypeError && /fetch failed|terminated/.test(error.message))) throw error
    const { code } = (error.cause ?? {}) as { code?: string }
    return code === 'ECONNREFUSED' ? 'not there' : 'cut off'
  }
}
