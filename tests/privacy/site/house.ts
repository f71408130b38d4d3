import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { settings, sql } from '@wirearchy/db'
import { bareSqlite } from '@wirearchy/db/testing'
import { beginSession } from '@wirearchy/domain/account'
import { morningOf } from '@wirearchy/domain/testing'
import { folderFor } from '../../crash/house.ts'
import { freePort } from '../../crash/server.ts'
import { MEMBERS, type Relation } from '../tess/relations.ts'
import type { TessWorld } from '../tess/world.ts'

export const ROOT = join(import.meta.dirname, '..', '..', '..')
const ENTRY = join(ROOT, 'apps', 'web', 'dist', 'server.js')

/** The site as it was built, over a copy of Tess's world on its own day, with what it says to its log. */
export interface Site {
  child: ChildProcess
  origin: string
  /** Its own copy of the database. */
  path: string
  said(): string
  /** The cookie value of everybody who is signed in. */
  keys: Record<Relation, string>
}

/** Starts it and waits until it answers. */
export async function siteOf(w: TessWorld): Promise<Site> {
  if (!existsSync(ENTRY)) throw new Error('The site is not built. Run "npm run build", then this again.')
  const keys = await signedIn(w)
  const copy = join(folderFor('pages'), 'tess.db')
  const [file] = await w.store.read.rows<{ file: string }>(sql`select file from pragma_database_list`)
  const client = bareSqlite(file?.file ?? '')
  client.prepare('vacuum into ?').run(copy)
  client.close()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const { PATH = '', HOME = '' } = process.env
  const house = { DEMO: '1', DATABASE_URL: `file:${copy}`, PORT: String(port), ORIGIN: origin }
  const child = spawn(process.execPath, [ENTRY], { cwd: ROOT, env: { PATH, HOME, ...house } })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`The site left with ${code}: ${said}`)))
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes('Wirearchy is at')) resolve()
      })
  })
  return { child, origin, path: copy, said: () => said, keys }
}

/** A session for each, and the clock of the demo turned back to the day of the world. */
async function signedIn(w: TessWorld) {
  const keys = { visitor: '' } as Record<Relation, string>
  const now = morningOf(w.day) + 3_600_000
  const ctx = { ...w.house.ctx(), now, sessionId: null }
  await w.store.tx(async (tx) => {
    for (const one of MEMBERS) {
      const personId = w.people[one as keyof TessWorld['people']]
      const facts = { personId, accountId: w.accounts[one] as string, device: null, shared: false }
      keys[one] = await beginSession(tx, ctx, facts)
    }
    await tx.insert(settings).values({ name: 'clock', value: String(now - Date.now()) })
  })
  return keys
}

export interface Page {
  status: number
  text: string
}

/** Asks for an address as somebody, following nobody elsewhere; a form when there is one to send. */
export async function open(
  { origin, keys }: Site,
  relation: Relation,
  path: string,
  form?: Record<string, string>,
): Promise<Page> {
  const headers = { cookie: keys[relation] ? `session=${keys[relation]}` : '', origin }
  const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
  const answer = await fetch(origin + path, { headers, redirect: 'manual', ...sent })
  const told = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  return { status: answer.status, text: `${told}\n${await answer.text()}` }
}

/** What differs between any two answers, whatever they say: nonces, numbers of requests, keys of forms and the hour. */
export const plain = ({ status, text }: Page) =>
  `${status}\n${text
    .replace(/nonce[-=]"?[\w+/=]+"?/g, 'nonce')
    .replace(/\b[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}\b/g, 'number')
    .replace(/^date: .*$/m, '')}`
