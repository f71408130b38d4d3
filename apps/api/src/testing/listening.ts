import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect } from 'node:net'
import { testDbUrl } from '@wirearchy/db/testing'
import { createApp } from '../app.ts'
import { type Env, readEnv } from '../env.ts'
import { harden } from '../harden.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

export interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/**
 * A real server on a free port: the guard, then tRPC, then an echo that says what reached it: for tests that must
 * speak HTTP. `origin` is its own address.
 */
export async function listening(settings: Partial<Env> = {}) {
  const server = harden(createServer((req, res) => void handle(req, res)))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`
  const env = { ...readEnv({ DEMO: '1', ORIGIN: origin, DATABASE_URL: testDbUrl() }), ...settings }
  const app = await createApp(env)
  const handle: Parameters<typeof createServer>[1] & object = (req, res) =>
    app.guard(req, res, async () => {
      if (req.url?.startsWith('/trpc')) return app.trpc(req, res)
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk as Buffer)
      const { headers, method, url } = req
      res.end(JSON.stringify({ reached: true, method, url, headers, body: Buffer.concat(chunks).toString() }))
    })
  return {
    app,
    origin,
    port,
    ask: (path: string, ask: Ask = {}) => send(port, path, ask),
    /** Sends bytes as they are and gives everything that came back. */
    raw: (bytes: string) => speak(port, bytes),
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await app.close()
    },
  }
}

function send(port: number, path: string, { method = 'GET', headers = {}, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function speak(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString()
    })
    socket.on('error', () => resolve(heard))
    socket.on('close', () => resolve(heard))
    socket.setTimeout(2_000, () => socket.destroy())
  })
}
