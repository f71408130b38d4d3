import { expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { LinkedText } from './linked-text.tsx'

const drawn = (text: string) => draw(<LinkedText text={text} />)

it('makes a link of a web address, and leaves the sentence round it as it is', () => {
  expect(drawn('Join https://meet.example.org/abc-1?x=2. See you!')).toBe(
    'Join <a href="https://meet.example.org/abc-1?x=2" rel="noopener noreferrer">https://meet.example.org/abc-1?x=2</a>. See you!',
  )
  expect(drawn('(http://a.example) and https://b.example, too').match(/<a /g)).toHaveLength(2)
})

it('makes a link of nothing else', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'Room 12',
    'https://',
    'http://x',
  ])
    expect(drawn(text)).not.toContain('<a ')
  expect(drawn('https://school.example@evil.example/')).not.toContain('<a ')
  expect(drawn('https://a.example/"onclick="x')).not.toContain('onclick="x"')
  expect(drawn('<a href="x">')).toBe('&lt;a href=&quot;x&quot;&gt;')
})
