import { describe, expect, it } from 'vitest'
import { displayCookie, pickDisplay, readDisplay } from './display.ts'
import { clearFlash, flashCookie, readFlash } from './flash.ts'

const HTTPS = 'https://wirearchy.example'
const pair = (line: string) => line.split(';')[0] ?? ''

describe('display settings', () => {
  it('come back from the cookie as they were chosen', () => {
    const chosen = { theme: 'dark', text: 'large', spacing: 'wide', pictures: 'lists' } as const
    expect(readDisplay(`a=b; ${pair(displayCookie(chosen))}; c=d`)).toEqual(chosen)
  })

  it('fall back, word by word, when the cookie holds anything else', () => {
    const usual = { theme: 'device', text: 'normal', spacing: 'normal', pictures: 'on' }
    for (const header of [undefined, '', 'display=%', 'display=theme%3Dpurple', 'xdisplay=theme%3Ddark'])
      expect(readDisplay(header)).toEqual(usual)
    expect(pickDisplay(new URLSearchParams('theme=light&text="><script>'))).toEqual({
      ...usual,
      theme: 'light',
    })
  })
})

describe('the sentence for the next page', () => {
  const flash = {
    text: 'Siân’s “hello”; saved, 100%',
    undo: { action: '/moving/undo', fields: { moveId: '1' } },
  }

  it('arrives as it was said, on http and on https', () => {
    for (const origin of [HTTPS, 'http://localhost:3000'])
      expect(readFlash(pair(flashCookie(flash, origin)), origin)).toEqual(flash)
  })

  it('can only be written by this very site', () => {
    expect(flashCookie(flash, HTTPS)).toMatch(/^__Host-flash=.*; Path=\/; .*HttpOnly; Secure$/)
    expect(readFlash(pair(flashCookie(flash, 'http://localhost')), HTTPS)).toBeNull()
  })

  it('is nothing when it was tampered with', () => {
    const evil = { text: 'x', undo: { action: 'https://evil.example' } }
    for (const value of [
      'nonsense',
      '%7B',
      encodeURIComponent('{"text":1}'),
      encodeURIComponent(JSON.stringify(evil)),
    ])
      expect(readFlash(`__Host-flash=${value}`, HTTPS)).toBeNull()
  })

  it('is forgotten once shown', () => {
    expect(clearFlash(HTTPS)).toMatch(/^__Host-flash=; Path=\/; Max-Age=0/)
  })
})
