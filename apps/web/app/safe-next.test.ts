import { describe, expect, it } from 'vitest'
import { isInnerPath, safeNext } from './safe-next.ts'

const KEPT = [
  '/people',
  '/people/0190a1b2-0000-7000-8000-000000000001',
  '/people?q=Si%C3%A2n&page=2',
  '/moving',
  '/groups/leeds-pgce-physics-2024',
  '/schools/141666',
  '/settings/display',
  '/home',
  '/help',
]

const REFUSED = [
  undefined,
  null,
  42,
  '',
  'people',
  '//evil.example',
  '///evil.example',
  '////evil.example/people',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/people\\..\\evil',
  'https://evil.example/people',
  'HTTPS://EVIL.EXAMPLE',
  'http:evil.example',
  'http:/evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,hello',
  'mailto:asha@example.com',
  ' /people',
  '\t/people',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '/people\u0000',
  '/people\u007f',
  '/people/..//evil.example',
  '/people/../../evil',
  '/people/%2e%2e//evil.example',
  '/people/%2e%2e/sign-out',
  '/./people/../sign-out',
  '/sign-out',
  '/sign-in?next=/people',
  '/demo',
  '/demo/states',
  '/trpc/account.signOut',
  '/assets/index.css',
  '/peoples',
  '/people-elsewhere.example',
  '/@evil.example',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/.evil.example',
  '//people',
  '/people//x',
  `/people?q=${'x'.repeat(600)}`,
  { toString: () => '/people' },
]

describe('where one goes after signing in', () => {
  it.each(KEPT)('goes back to %s', (path) => {
    expect(safeNext(path)).toBe(path)
  })

  it.each(REFUSED.map((path) => [path]))('goes home instead of %j', (path) => {
    expect(safeNext(path)).toBe('/home')
  })

  it('never leads off the site, however a browser reads it', () => {
    for (const path of [...KEPT, ...REFUSED]) {
      const url = new URL(safeNext(path), 'https://wirearchy.example')
      expect(url.origin).toBe('https://wirearchy.example')
    }
  })

  it('gives the path as it was read, without dots in it', () => {
    expect(safeNext('/people/./0190/../0191')).toBe('/people/0191')
  })
})

describe('the address an undo posts to', () => {
  it('may be any path of ours', () => {
    expect(isInnerPath('/moving/undo')).toBe(true)
  })

  it('may not be another site', () => {
    expect(isInnerPath('//evil.example/moving')).toBe(false)
    expect(isInnerPath('https://evil.example')).toBe(false)
  })
})
