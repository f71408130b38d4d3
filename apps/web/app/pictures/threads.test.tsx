import { describe, expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { Threads } from './threads.tsx'
import { type Span, threadsDrawing } from './threads-layout.ts'

const TODAY = '2026-11-24'
const trained: Span = { where: 'Leeds SCITT', kind: 'group', from: '2025-09-01', to: '2026-07-20' }
const at = (where: string, from: string, to?: string): Span => ({ where, kind: 'school', from, to })
const rows = [
  { id: 'asha', name: 'Asha Patel', spans: [trained, at('Moorside High', '2026-09-01')] },
  {
    id: 'sian',
    name: 'Siân Price',
    spans: [trained, at('Ysgol Bro Taf', '2026-09-01')],
    href: '/people/sian',
  },
  {
    id: 'zoe',
    name: 'Zoë Nguyễn',
    spans: [at('Park Lane', '2024-01-08', '2026-12-31'), at('St Hild’s', '2026-01-04')],
  },
]

describe('threads through time', () => {
  it('are the same bytes for the same facts', () => {
    const one = draw(<Threads rows={rows} today={TODAY} caption="x" />)
    expect(draw(<Threads rows={structuredClone(rows)} today={TODAY} caption="x" />)).toBe(one)
    expect(one).not.toContain('style=')
  })

  it('draw every stretch inside the drawing, in the order of time', () => {
    const { bars, width, height, today } = threadsDrawing(rows, TODAY)
    expect(bars).toHaveLength(6)
    for (const bar of bars) {
      expect(bar.x).toBeGreaterThanOrEqual(190)
      expect(bar.x + bar.width).toBeLessThanOrEqual(width)
      expect(bar.y + 44).toBeLessThanOrEqual(height)
    }
    const moorside = bars.find(({ span }) => span.where === 'Moorside High')
    expect(moorside?.x).toBeLessThan(today)
    expect((moorside?.x ?? 0) + (moorside?.width ?? 0)).toBeGreaterThan(today)
  })

  it('put two schools at once in two lanes, so that neither hides the other', () => {
    const { bars } = threadsDrawing(rows, TODAY)
    const [lane, other] = ['Park Lane', 'St Hild’s'].map(
      (where) => bars.find(({ span }) => span.where === where)?.y,
    )
    expect(lane).not.toBe(other)
  })

  it('put people who trained together in one box', () => {
    const { boxes } = threadsDrawing(rows, TODAY)
    expect(boxes).toHaveLength(1)
    expect(boxes[0]).toMatchObject({ where: 'Leeds SCITT', height: 88 })
  })

  it('cut a name that has no room, and leave it to the table', () => {
    const long = [
      {
        id: 'x',
        name: 'X',
        spans: [at('Lagan Grammar School', '2026-09-01', '2026-12-01'), at('Y', '2000-09-01')],
      },
    ]
    const label = threadsDrawing(long, TODAY).bars.find(({ span }) => span.where.startsWith('Lagan'))?.label
    expect(label).toBe('')
    expect(draw(<Threads rows={long} today={TODAY} caption="x" />)).toContain('<td>Lagan Grammar School</td>')
  })

  it('say the same in words', () => {
    const html = draw(<Threads rows={rows} today={TODAY} caption="x" />)
    expect(html).toContain(
      '<a href="/people/sian">Siân Price</a></th><td>Ysgol Bro Taf</td><td>since September 2026</td>',
    )
    expect(html).toContain('<td>Leeds SCITT</td><td>September 2025 to July 2026</td>')
  })

  it('draw nothing but today when there is nobody', () => {
    expect(threadsDrawing([], TODAY)).toMatchObject({ bars: [], names: [] })
  })
})
