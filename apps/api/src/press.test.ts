import { ledger, people, sql } from '@wirearchy/db'
import { beginSession, createAccount } from '@wirearchy/domain/account'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { houseCtx } from './context.ts'
import { listening } from './testing/listening.ts'

let server: Awaited<ReturnType<typeof listening>>
let cookie = ''
beforeAll(async () => {
  server = await listening()
  cookie = await someone('ana@example.com', 'Ana')
})
afterAll(() => server.close())

/** An account and its session. @returns the browser's cookie */
async function someone(email: string, name: string) {
  const { house } = server.app
  const ctx = await houseCtx(house)
  const door = { ...ctx, ip: '', device: null, sessionId: null, accountId: null }
  return house.store.tx(async (tx) => {
    const made = await createAccount(tx, ctx, { email, name })
    return `session=${await beginSession(tx, door, { ...made, device: null, shared: false })}`
  })
}

async function send(procedure: string, input: unknown, key?: string, as = cookie) {
  const headers = {
    ...{ 'content-type': 'application/json', 'x-app': '1', origin: server.origin, cookie: as },
    ...(key ? { 'idempotency-key': key } : {}),
  }
  const body = JSON.stringify(input)
  const {
    status,
    text,
    headers: told,
  } = await server.ask(`/trpc/${procedure}`, { method: 'POST', headers, body })
  return { status, data: JSON.parse(text).result?.data, cookie: told['set-cookie'] }
}

const course = (name: string) => ({
  ...{ name, provider: 'Leeds SCITT', startedOn: '2025-09-01', finishedOn: '2026-06-30', iTrainHere: false },
})
const count = async (query: ReturnType<typeof sql>) =>
  (await server.app.store.read.rows<{ n: number }>(query))[0]?.n
const groupsNamed = (name: string) => count(sql`select count(*) as n from groups where name = ${name}`)

describe('a change that carries a key', () => {
  it('happens once, sent twenty times at once, and everybody hears the same answer', async () => {
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => send('group.create', course('Physics'), 'key-of-physics')),
    )
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(sent.map(({ data }) => data.slug)).size).toBe(1)
    expect(await groupsNamed('Physics')).toBe(1)
  })

  it('is answered the same the next day, when the first answer was lost on the way', async () => {
    const first = await send('group.create', course('Maths'), 'key-of-maths')
    expect(await send('group.create', course('Maths'), 'key-of-maths')).toEqual(first)
    expect(await groupsNamed('Maths')).toBe(1)
  })

  it('may be sent again after it was refused', async () => {
    const wrong = { ...course('Music'), finishedOn: '2024-01-01' }
    expect((await send('group.create', wrong, 'key-of-music')).status).toBe(400)
    expect((await send('group.create', course('Music'), 'key-of-music')).status).toBe(200)
  })

  it('is another change from another person, or with other answers', async () => {
    const other = await someone('ben@example.com', 'Ben')
    await send('group.create', course('Art'), 'key-of-art')
    await send('group.create', course('Art'), 'key-of-art', other)
    await send('group.create', course('Art and design'), 'key-of-art')
    expect([await groupsNamed('Art'), await groupsNamed('Art and design')]).toEqual([2, 1])
  })

  it('comes by itself, not among others in one request', async () => {
    const { status } = await send(
      'group.create,group.create?batch=1',
      { 0: course('A'), 1: course('B') },
      'key-of-two',
    )
    expect(status).toBe(400)
    expect(await groupsNamed('B')).toBe(0)
  })

  it('happens twice when no key says that it is the same', async () => {
    await send('group.create', course('French'))
    await send('group.create', course('French'))
    expect(await groupsNamed('French')).toBe(2)
  })
})

describe('a code pressed twice', () => {
  it('signs in once and gives the same session to both, so that the browser’s last answer counts', async () => {
    const email = 'cy@example.com'
    await someone(email, 'Cy')
    await send('account.startSignIn', { email }, 'key-of-asking', '')
    await send('account.startSignIn', { email }, 'key-of-asking', '')
    expect(await count(sql`select count(*) as n from mails where mails."to" = ${email}`)).toBe(1)
    const [mail] = await server.app.store.read.rows<{ text: string }>(
      sql`select text from mails where mails."to" = ${email}`,
    )
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0]
    const press = () => send('account.finishCode', { email, code }, 'key-of-the-code', '')
    const [one, other] = await Promise.all([press(), press()])
    expect([one.status, other.status]).toEqual([200, 200])
    expect(other.cookie).toEqual(one.cookie)
    expect(
      await count(
        sql`select count(*) as n from sessions s join people p on p.id = s.person_id where p.display_name = 'Cy'`,
      ),
    ).toBe(2)
  })
})

it('keeps no answer that was never given: the ledger and the kept answers agree', async () => {
  const [kept] = await server.app.store.read.rows<{ n: number }>(
    sql`select count(*) as n from idempotency_keys where verb = 'group.create'`,
  )
  const made = await server.app.store.read.$count(ledger, sql`type = 'group.created'`)
  expect(made).toBe((kept?.n ?? 0) + 2)
  expect(await server.app.store.read.$count(people)).toBeGreaterThan(2)
})
