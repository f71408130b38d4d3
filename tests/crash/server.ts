import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SERVE = fileURLToPath(new URL('../../apps/api/dist/serve.js', import.meta.url))

/** The built API on a port of this machine, over a database file. Resolves when it answers. */
export async function startServer(databaseUrl: string, port: number): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DEMO: '1',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    ORIGIN: `http://localhost:${port}`,
  }
  const child = spawn(process.execPath, [SERVE], { env, stdio: ['ignore', 'pipe', 'pipe'] })
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

/** Asks the API for a change as one signed-in browser. @returns true once it is acknowledged; false if the server went */
export async function change(
  port: number,
  token: string,
  procedure: string,
  input: unknown,
): Promise<boolean> {
  const origin = `http://localhost:${port}`
  try {
    const answer = await fetch(`${origin}/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app': '1', origin, cookie: `session=${token}` },
      body: JSON.stringify(input),
    })
    if (answer.status !== 200)
      throw new Error(`${procedure} answered ${answer.status}: ${await answer.text()}`)
    await answer.text()
    return true
  } catch (error) {
    if (error instanceof TypeError && /fetch failed|terminated/.test(error.message)) return false
    throw error
  }
}

export const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners('exit')
    child.on('exit', () => resolve())
    child.kill('SIGKILL')
  })
