import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'

export const root = join(import.meta.dirname, '..', '..')
const cache = join(import.meta.dirname, '..', '.cache')
/** The small world as it was seeded; nobody opens it, everybody copies it. */
export const seeded = join(cache, 'seeded.db')
mkdirSync(cache, { recursive: true })

/** A test whose `page` reads a server of its own, on a copy of the small world. */
export const test = base.extend<{ house: string }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wirearchy-browser-'))
      copyFileSync(seeded, join(folder, 'world.db'))
      const port = await freePort()
      const server = await start(port, join(folder, 'world.db'))
      await use(`http://localhost:${port}`)
      server.kill('SIGTERM')
      await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
    { auto: true },
  ],
  baseURL: ({ house }, use) => use(house),
})

export { expect }

/** Starts the built server as the demo does and waits until it answers. */
async function start(port: number, database: string): Promise<ChildProcess> {
  const env = { ...process.env, DEMO: '1', PORT: String(port), DATABASE_URL: `file:${database}` }
  const server = spawn(process.execPath, ['apps/web/dist/server.js'], { cwd: root, env, stdio: 'pipe' })
  let said = ''
  server.stdout.on('data', (chunk) => (said += chunk))
  server.stderr.on('data', (chunk) => (said += chunk))
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) break
    if (await answers(`http://localhost:${port}/readyz`)) return server
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  server.kill('SIGKILL')
  throw new Error(`The server did not start:\n${said}`)
}

async function answers(address: string) {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
