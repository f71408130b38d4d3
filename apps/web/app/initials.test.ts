import { describe, expect, it, vi } from 'vitest'
import { initials } from './initials.ts'

const CASES = [
  ['Siân Price', 'SP'],
  ['Sukarno', 'S'],
  ['Zoë Nguyễn', 'ZN'],
  ['Callum O’Neill', 'CO'],
  ['Éowyn van der Berg', 'ÉB'],
  ['E\u0301owyn Berg', 'ÉB'],
  ['Ŵena ap Rhys-Llewelyn', 'ŴR'],
  ['  ‘Abd al-Raḥmān  ', 'AA'],
  ['محمد علي', 'مع'],
  ['J. K. Rowe', 'JR'],
  ['क्षितिज', 'क्षि'],
] as const

describe('initials', () => {
  it.each(CASES)('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected.toLocaleUpperCase('en-GB'))
  })

  it('keep a letter and its marks together where a browser cannot tell letters apart by itself', () => {
    const { Segmenter, ...older } = Intl
    vi.stubGlobal('Intl', older)
    expect(Segmenter).toBeDefined()
    expect(initials('X\u0331e Price')).toBe('X\u0331P')
    vi.unstubAllGlobals()
  })
})
