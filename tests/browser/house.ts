import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { listen } from './troubles.ts'

export const root = join(import.meta.dirname, '..', '..')
const cache = join(import.meta.dirname, '..', '.cache')
/** The small world as it was seeded; nobody opens it, everybody copies it. */
export const seeded = join(cache, 'seeded.db')
mkdirSync(cache, { recursive: true })

const PHONE = { width: 360, height: 740 }

interface House {
  /** The address of this test's own server. */
  house: string
  /** Whatever the browser complained about; it must stay empty. */
  troubles: string[]
  /** Another person: a browser of their own, with no cookie, the size of a phone. */
  another: () => Promise<Page>
}

/** A test whose pages read a server of its own, on a copy of the small world; it fails when a browser complains. */
export const test = base.extend<House>({
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
  troubles: [
    async ({ page }, use) => {
      const troubles: string[] = []
      listen(page, troubles)
      await use(troubles)
      expect(troubles, 'no browser complains').toEqual([])
    },
    { auto: true },
  ],
  another: async ({ browser, baseURL, javaScriptEnabled, troubles }, use) => {
    const opened: Page[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled, viewport: PHONE })
      const page = await context.newPage()
      listen(page, troubles)
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
  },
})

export { expect }

/** Starts the built server as the demo does and waits until it answers. */
async function start(port: number, database: string): Promise<ChildProcess> {
  const env = { ...process.env, DEMO: '1', PORT: String(port), DATABASE_URL: `file:${database}` }
  const server = spawn(process.execPath, ['apps/web/dist/server.js'], { cwd: root, env, stdio: 'pipe' })
  let said = ''
  server.stdout.on('data', (chunk) => (said += chunk))
  server.stderr.on('data', (chunk) => (said += chunk))
  for (let tries = 0; tries < 800; tries++) {
    if (server.exitCode !== null) break
    if (await answers(`http://localhost:${port}/readyz`)) return server
    await new Promise((resolve) => setTimeout(resolve, 25))
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
