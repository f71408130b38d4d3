import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testDbUrl } from '@wirearchy/db/testing'
import { afterEach, describe, expect, it } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
let server: ChildProcess | undefined
afterEach(() => server?.kill('SIGKILL'))

async function freePort() {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}

async function start(settings: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const args = ['--import', 'tsx', join(here, 'serve.ts')]
  const child = spawn(process.execPath, args, { env: { PATH, HOME, ...settings }, stdio: 'pipe' })
  server = child
  let said = ''
  child.stdout?.on('data', (chunk) => (said += chunk))
  child.stderr?.on('data', (chunk) => (said += chunk))
  return { child, said: () => said, left: once(child, 'exit') as Promise<[number | null, string | null]> }
}

describe('the server', () => {
  it('does not start without its settings, and names every one', async () => {
    const { said, left } = await start({})
    expect((await left)[0]).not.toBe(0)
    for (const name of ['SECRET', 'ORIGIN', 'SMTP_URL', 'MAIL_FROM'])
      expect(said()).toContain(`${name} is missing`)
  }, 60_000)

  it('told to stop lets the request in hand finish, takes no other, tidies the database up and leaves with 0', async () => {
    const [port, url] = [await freePort(), testDbUrl()]
    const { child, said, left } = await start({ DEMO: '1', PORT: String(port), DATABASE_URL: url })
    await expect.poll(said, { timeout: 40_000 }).toContain('answers at')
    const { finish, answer } = halfSent(port)
    await expect.poll(() => reaches(port)).toBe(true)
    child.kill('SIGTERM')
    await expect.poll(() => reaches(port), { timeout: 5_000 }).toBe(false)
    finish()
    expect(await answer).toBe(200)
    expect(await left).toEqual([0, null])
    const wal = `${url.slice('file:'.length)}-wal`
    expect(existsSync(wal) && statSync(wal).size > 0).toBe(false)
  }, 60_000)
})

/** A sign-in whose last byte is still on its way. */
function halfSent(port: number) {
  const body = '{"email":"ana@home.example"}'
  const origin = `http://localhost:${port}`
  const headers = {
    origin,
    'x-app': '1',
    'content-type': 'application/json',
    'content-length': String(body.length),
  }
  const outgoing = request({ port, path: '/trpc/account.startSignIn', method: 'POST', headers, agent: false })
  outgoing.write(body.slice(0, -1))
  const answer = new Promise<number>((resolve, reject) => {
    outgoing.on('response', (res) => {
      res.resume()
      resolve(res.statusCode ?? 0)
    })
    outgoing.on('error', reject)
  })
  return { answer, finish: () => outgoing.end(body.slice(-1)) }
}

const reaches = (port: number) =>
  new Promise<boolean>((resolve) => {
    const asked = request({ port, path: '/healthz', agent: false }, (res) => {
      res.resume()
      resolve(true)
    })
    asked.on('error', () => resolve(false))
    asked.end()
  })
