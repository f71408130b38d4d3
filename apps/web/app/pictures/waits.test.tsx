import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { WAITS_WIDTH, Waits } from './waits.tsx'

const waits = {
  median: 3,
  bars: [
    { label: '0 to 5', count: 12 },
    { label: '6 to 10', count: 6 },
    { label: 'Over 20', count: null },
  ],
}
const drawn = () => draw(<Waits waits={waits} what="how long people waited for an answer" />)

it('draws a bar in proportion to each count, and an empty box where there are fewer than five', () => {
  const widths = [...drawn().matchAll(/class="bar"[^>]* width="(\d+)"/g)].map(([, width]) => Number(width))
  expect(widths).toEqual([WAITS_WIDTH - 2, (WAITS_WIDTH - 2) / 2])
  expect(drawn().match(/class="few"/g)).toHaveLength(1)
})

it('says the same in words, for whoever reads or hears it, and as a table', () => {
  expect(drawn()).toContain('<title>how long people waited for an answer</title>')
  expect(drawn()).toContain(
    '0 to 5 school days: 12. 6 to 10 school days: 6. Over 20 school days: fewer than 5.',
  )
  expect(drawn()).toContain('Half of them waited 3 days or less.')
  expect(drawn()).toContain('<th scope="row">Over 20</th><td>fewer than 5</td>')
})

it('is a sentence where every bar would be of fewer than five', () => {
  const few = { median: 2, bars: [{ label: '0 to 5', count: null }] }
  const said = draw(<Waits waits={few} what="how long pairs waited" />)
  expect(said).toContain('How long pairs waited, in school days. Half of them waited 2 days or less.')
  expect(said).not.toContain('<svg')
})

it('keeps its words at 13 pixels or more on the narrowest screen', () => {
  const css = readFileSync(new URL('../styles/picture.css', import.meta.url), 'utf8')
  const text = Number(/svg text \{\s*font:\s*600 (\d+)px/.exec(css)?.[1])
  expect((text * (320 - 2 * 16 - 2 * 17)) / WAITS_WIDTH).toBeGreaterThanOrEqual(13)
})
