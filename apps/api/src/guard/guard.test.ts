import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, listening } from '../testing/listening.ts'

let house: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  house = await listening()
})
afterAll(() => house.close())

const post = (path: string, body: string | Buffer = 'a=1', headers: Record<string, string> = {}) =>
  house.ask(path, { method: 'POST', body, headers: { origin: house.origin, ...headers } })
const statusOf = async (path: string, ask?: Ask) => (await house.ask(path, ask)).status

describe('methods', () => {
  it('lets GET, HEAD and POST in and says so to every other', async () => {
    for (const method of ['GET', 'HEAD']) expect(await statusOf('/people', { method })).toBe(200)
    expect((await post('/people')).status).toBe(200)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const answer = await house.ask('/people', { method, headers: { origin: house.origin } })
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST'])
    }
  })
})

describe('addresses', () => {
  it('reads 2,048 characters and not one more', async () => {
    expect(await statusOf(`/${'a'.repeat(2_047)}`)).toBe(200)
    expect(await statusOf(`/${'a'.repeat(2_048)}`)).toBe(414)
  })

  it('reads paths of ours only: no whole address, no second slash, no backslash', async () => {
    for (const path of ['http://evil.example/', '//evil.example/', '/\\evil.example', '*'])
      expect(await statusOf(path)).toBe(400)
  })

  it('reads no path with a broken %-mark, such as a letter’s link that lost its end', async () => {
    for (const path of ['/do/abc%', '/do/abc%f', '/calendar/abc%ff.ics', '/people/%E0%A4%A'])
      expect(await statusOf(path)).toBe(400)
    for (const path of ['/people/%C3%A9?q=100%', '/people/a%2Fb']) expect(await statusOf(path)).toBe(200)
  })

  it('keeps shut the old door to a loader, however it is spelled', async () => {
    for (const path of ['/people?_data=root', '/people?a=1&_data=x', '/people?%5Fdata=root', '/people?_data'])
      expect((await post(path)).status).toBe(400)
    expect(await statusOf('/people?data=root')).toBe(200)
  })

  it('takes fifty short paths in a manifest request, and neither more nor longer ones', async () => {
    const paths = (count: number, path: string) =>
      `/__manifest?version=1&${Array(count).fill(`p=${path}`).join('&')}`
    expect(await statusOf(paths(50, '/people/1'))).toBe(200)
    expect(await statusOf(paths(51, '/people/1'))).toBe(400)
    expect(await statusOf(paths(1, `/${'a'.repeat(200)}`))).toBe(400)
    expect(await statusOf(paths(1, '/a'.repeat(12)))).toBe(200)
    expect(await statusOf(paths(1, '/a'.repeat(13)))).toBe(400)
    expect(await statusOf(`/__manifest?${'x=/a/a/a/a/a/a/a/a/a/a/a/a/a&'.repeat(5)}`)).toBe(400)
  })
})

describe('what only a proxy may say', () => {
  it('is dropped, and pages see our own host whatever the request called us', async () => {
    const said = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
      'x-original-url': '/admin',
      'x-http-method-override': 'DELETE',
      host: 'evil.example',
    }
    const { headers } = JSON.parse((await house.ask('/people', { headers: said })).text)
    expect(headers.host).toBe(new URL(house.origin).host)
    expect(Object.keys(headers).filter((name) => name !== 'host' && name in said)).toEqual([])
  })
})

describe('bodies', () => {
  it('are taken up to 64 kB, whole and untouched', async () => {
    const body = 'x'.repeat(64 * 1024)
    expect(JSON.parse((await post('/people', body)).text).body).toBe(body)
    expect((await post('/people', `${body}x`)).status).toBe(413)
  })

  it('are counted as they come when they come in chunks', async () => {
    const chunked = (kilobytes: number) =>
      post('/people', Buffer.alloc(kilobytes * 1024, 97), { 'transfer-encoding': 'chunked' })
    expect(JSON.parse((await chunked(60)).text).body).toHaveLength(60 * 1024)
    expect((await chunked(65)).status).toBe(413)
  })

  it('may hold a list of 1 MB where lists are brought in', async () => {
    const list = 'x'.repeat(1024 * 1024)
    expect((await post('/groups/leeds/import', list)).status).toBe(200)
    expect((await post('/groups/leeds/import.data', list)).status).toBe(200)
    expect((await post('/groups/leeds/import', `${list}x`)).status).toBe(413)
    expect((await post('/groups/leeds/importance', list)).status).toBe(413)
  })

  it('come as they are, never packed, and only with a POST', async () => {
    for (const packing of ['gzip', 'br', 'deflate, gzip', 'zstd'])
      expect((await post('/people', 'x', { 'content-encoding': packing })).status).toBe(415)
    expect(await statusOf('/people', { body: 'x', headers: { 'content-length': '1' } })).toBe(400)
  })

  it('in JSON nest twenty deep and no deeper; brackets in words do not count', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    const json = { 'content-type': 'application/json; charset=utf-8' }
    expect((await post('/people', nested(20), json)).status).toBe(200)
    expect((await post('/people', nested(21), json)).status).toBe(400)
    expect((await post('/people', JSON.stringify({ a: '"\\'.concat('['.repeat(50)) }), json)).status).toBe(
      200,
    )
    expect((await post('/people', nested(21))).status).toBe(200)
  })

  it('that claim two lengths at once are hung up on', async () => {
    const smuggled = `POST /people HTTP/1.1\r\nHost: x\r\nOrigin: ${house.origin}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`
    expect(await house.raw(smuggled)).toMatch(/^HTTP\/1\.1 400/)
  })
})

describe('forms', () => {
  it('count when they were sent from our own pages', async () => {
    expect((await post('/people', 'a=1', { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('are refused from anywhere else: another site, a sibling, a file, or nowhere', async () => {
    const port = new URL(house.origin).port
    const origins = [
      'https://evil.example',
      'null',
      '',
      `http://127.0.0.1:${port}`,
      `https://localhost:${port}`,
    ]
    for (const origin of [...origins, 'http://localhost', `${house.origin}.evil.example`])
      expect((await post('/people', 'a=1', { origin })).status).toBe(403)
    expect(await statusOf('/people', { method: 'POST', body: 'a=1' })).toBe(403)
    for (const site of ['cross-site', 'same-site', 'none', 'Same-Origin'])
      expect((await post('/people', 'a=1', { 'sec-fetch-site': site })).status).toBe(403)
  })
})

describe('tRPC', () => {
  const json = { 'content-type': 'application/json', 'x-app': '1' }
  const ask = (
    headers: Record<string, string>,
    path = '/trpc/account.startSignIn',
    body = '{"email":"a@b.example"}',
  ) => post(path, body, headers)

  it('answers programs that mean it', async () => {
    expect((await ask(json)).status).toBe(200)
    expect((await ask({ ...json, 'content-type': 'application/json; charset=utf-8' })).status).toBe(200)
  })

  it('refuses what a form on another page could send', async () => {
    expect((await ask({ 'content-type': 'application/json' })).status).toBe(403)
    for (const type of [
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/octet-stream',
    ])
      expect((await ask({ ...json, 'content-type': type })).status).toBe(415)
    expect((await ask({ ...json, origin: 'https://evil.example' })).status).toBe(403)
    expect(await statusOf('/trpc/account.sessions')).toBe(403)
  })

  it('answers ten calls in one request, not eleven, and none of those at the door', async () => {
    const batch = (count: number, name: string) =>
      house.ask(`/trpc/${Array(count).fill(name).join(',')}?batch=1`, { headers: json })
    expect((await batch(10, 'account.sessions')).text.match(/signed_out/g)).toHaveLength(10)
    expect((await batch(11, 'account.sessions')).status).toBe(400)
    const body = JSON.stringify({ 0: { email: 'a@b.example' } })
    expect((await ask(json, '/trpc/account.startSignIn?batch=1', body)).text).toContain('one call a request')
  })

  it('says where an answer is wrong, and nothing of how we are made when we are', async () => {
    const wrong = JSON.parse((await ask(json, '/trpc/account.startSignIn', '{"email":"a"}')).text)
    expect(wrong.error.data.fields.email).toBe('Enter an e-mail address in the form name@example.com.')
    for (const body of [
      '{',
      '[]',
      'null',
      '"x"',
      '{"email":{"$ne":1}}',
      '{"__proto__":{"email":"a@b.example"}}',
    ]) {
      const { status, text } = await ask(json, '/trpc/account.startSignIn', body)
      expect(status).toBe(400)
      expect(text).not.toMatch(/ at .+:\d+|SyntaxError|JSON\.parse|stack|node_modules|undefined/)
    }
  })
})

describe('streams', () => {
  it('open for our own pages only', async () => {
    expect(await statusOf('/live', { headers: { 'sec-fetch-site': 'same-origin' } })).toBe(200)
    expect(await statusOf('/live', { headers: { origin: house.origin } })).toBe(200)
    for (const headers of [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
    ])
      expect(await statusOf('/live', { headers: headers as Record<string, string> })).toBe(403)
  })
})

describe('every answer', () => {
  it('says that nothing foreign may run, frame or sniff it: pages, refusals and health alike', async () => {
    const answers = [
      await house.ask('/people'),
      await house.ask('/people', { method: 'PUT' }),
      await house.ask('/healthz'),
      await house.ask('/trpc/none', { headers: { 'x-app': '1' } }),
      await post('/people', 'x'.repeat(65 * 1024 + 1)),
    ]
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy'])
      for (const part of [
        "style-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ])
        expect(policy.split('; ')).toContain(part)
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='(;|$)/)
      expect(policy).not.toContain('unsafe')
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
    const nonces = answers.map(
      ({ headers }) => /nonce-([^']+)/.exec(String(headers['content-security-policy']))?.[1],
    )
    expect(new Set(nonces).size).toBe(answers.length)
  })

  it('asks for https for two years once we are on https', async () => {
    const secure = await listening({ origin: 'https://wirearchy.example' })
    expect((await secure.ask('/')).headers['strict-transport-security']).toBe(
      'max-age=63072000; includeSubDomains',
    )
    expect((await house.ask('/')).headers['strict-transport-security']).toBeUndefined()
    await secure.close()
  })
})

describe('health', () => {
  it('is one word: alive, and able to write', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const { status, text } = await house.ask(path)
      expect([status, text]).toEqual([200, 'ok\n'])
    }
  })

  it('is not ready once the database cannot be written', async () => {
    const broken = await listening()
    const { tx } = broken.app.store
    broken.app.store.tx = () => Promise.reject(new Error('disk full'))
    expect((await broken.ask('/readyz')).status).toBe(503)
    expect((await broken.ask('/healthz')).status).toBe(200)
    broken.app.store.tx = tx
    await broken.close()
  })
})

describe('behind a proxy of ours', () => {
  it('believes the last address the proxy wrote, and none that the caller wrote before it', async () => {
    const { factsOf } = await import('./facts.ts')
    const { dropProxyHeaders } = await import('./proxy.ts')
    const req = {
      headers: { 'x-forwarded-for': '203.0.113.66, 198.51.100.7' },
      socket: { remoteAddress: '10.0.0.1' },
    }
    const asRequest = req as unknown as Parameters<typeof dropProxyHeaders>[0]
    dropProxyHeaders(asRequest, { origin: house.origin, trustProxy: 1 })
    expect(factsOf(asRequest).ip).toBe('198.51.100.7')
    const other = { headers: { 'x-forwarded-for': '203.0.113.66' }, socket: { remoteAddress: '10.0.0.1' } }
    const unbelieved = other as unknown as Parameters<typeof dropProxyHeaders>[0]
    dropProxyHeaders(unbelieved, { origin: house.origin, trustProxy: 0 })
    expect(factsOf(unbelieved).ip).toBe('10.0.0.1')
  })
})
