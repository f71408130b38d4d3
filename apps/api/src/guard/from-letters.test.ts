import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listening } from '../testing/listening.ts'

let house: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  house = await listening()
})
afterAll(() => house.close())

describe('addresses that only a letter knows', () => {
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
  const TOKEN = `${'a'.repeat(22)}.moves.${'b'.repeat(43)}`
  const oneClick = (
    path: string,
    headers: Record<string, string> = FORM,
    body = 'List-Unsubscribe=One-Click',
  ) => house.ask(path, { method: 'POST', body, headers })

  it('let a mail program stop a kind of letter: it says nothing of where it comes from', async () => {
    const { status, text } = await oneClick(`/unsubscribe/${TOKEN}`)
    expect([status, JSON.parse(text).body]).toEqual([200, 'List-Unsubscribe=One-Click'])
    const boundary = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await oneClick(`/unsubscribe/${TOKEN}`, boundary)).status).toBe(200)
  })

  it('let nobody else in by that door: no other page, nobody signed in, no other content, no other address', async () => {
    for (const headers of [
      { ...FORM, origin: 'https://evil.example' },
      { ...FORM, origin: 'null' },
      { ...FORM, 'sec-fetch-site': 'cross-site' },
      { ...FORM, cookie: 'a=1' },
      { 'content-type': 'text/plain' },
      {},
    ])
      expect((await oneClick(`/unsubscribe/${TOKEN}`, headers as Record<string, string>)).status).toBe(403)
    for (const path of [
      ...['/unsubscribe', '/unsubscribe/', `/unsubscribe/${TOKEN}/more`, `/unsubscribe/${TOKEN}.data/x`],
      ...[
        `/do/${TOKEN}`,
        `/people?x=/unsubscribe/${TOKEN}`,
        '/unsubscribe/a%2Fb',
        `/trpc/unsubscribe/${TOKEN}`,
      ],
      ...[`/Unsubscribe/${TOKEN}`, `/unsubscribe/${'a'.repeat(201)}`, '/unsubscribe/../people'],
    ])
      expect([path, (await oneClick(path)).status]).toEqual([path, 403])
  })

  it('send no word of themselves on, and still take their own button’s press', async () => {
    for (const path of [`/do/${TOKEN}`, `/unsubscribe/${TOKEN}`]) {
      expect((await house.ask(path)).headers['referrer-policy']).toBe('no-referrer')
      const own = { ...FORM, origin: 'null', 'sec-fetch-site': 'same-origin' }
      const { status, text } = await oneClick(path, own)
      expect([status, JSON.parse(text).headers.origin]).toEqual([200, undefined])
      for (const site of ['cross-site', 'same-site', 'none'])
        expect((await oneClick(path, { ...own, 'sec-fetch-site': site })).status).toBe(403)
    }
    const elsewhere = { ...FORM, origin: 'null', 'sec-fetch-site': 'same-origin' }
    expect((await oneClick('/people', elsewhere)).status).toBe(403)
    expect((await house.ask('/people')).headers['referrer-policy']).toBe('same-origin')
  })
})
