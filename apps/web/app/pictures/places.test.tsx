import { expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { Places, placesInWords } from './places.tsx'

const drawn = (places: number, taken: number) => draw(<Places of={[{ unit: 'call', places, taken }]} />)
const count = (html: string, word: string) => html.split(`class="${word}"`).length - 1

it('draws a square for each place, filled where it is taken, and says the same in words', () => {
  const html = drawn(3, 2)
  expect([count(html, 'taken'), count(html, 'free')]).toEqual([2, 1])
  expect(html).toContain('One call: 1 of 3 places free')
})

it('says that none is free when more are mentored than there are places now', () => {
  expect(placesInWords({ places: 1, taken: 2 })).toBe('0 of 1 place free')
  expect(count(drawn(1, 2), 'taken')).toBe(2)
})
