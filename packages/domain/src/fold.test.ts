import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldPostcode, indexWords, postcode, words } from './fold.ts'

describe('fold', () => {
  it('finds Siân, Nguyễn and Łukasz without their marks', () => {
    expect(fold('Siân')).toBe('sian')
    expect(fold('Nguyễn Đức')).toBe('nguyen duc')
    expect(fold('Łukasz Großmann-Ørsted')).toBe('lukasz grossmann orsted')
    expect(fold('Awel Y Môr')).toBe('awel y mor')
  })

  it('reads St, St. and Saint as one word, whatever follows the dot', () => {
    expect(fold('St Thomas à Becket')).toBe(fold('SAINT  Thomas a Becket'))
    expect(fold('St.Mary’s')).toBe(fold("Saint Mary's"))
    expect(fold('Saintsbury')).toBe('saintsbury')
  })

  it('closes up every kind of apostrophe and opens hyphens', () => {
    for (const mark of ["'", '’', '‘', 'ʼ', '`', '´']) expect(fold(`O${mark}Neill`)).toBe('oneill')
    expect(fold('Al-Hijrah – North')).toBe('al hijrah north')
    expect(fold('Peter & Paul')).toBe('peter and paul')
  })

  it('gives the same text for the composed and the taken-apart spelling, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = fold(text)
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
        expect(fold(once)).toBe(once)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('words kept for search', () => {
  it("keeps O'Neill as oneill, o and neill, and a hyphenated name open and closed", () => {
    expect(indexWords("O'Neill").sort()).toEqual(['neill', 'o', 'oneill'])
    expect(indexWords('Al-Hijrah').sort()).toEqual(['al', 'alhijrah', 'hijrah'])
    expect(indexWords("St Mary's")).toEqual(expect.arrayContaining(['st', 'saint', 'mary', 'marys']))
  })

  it('always keeps every word that the same text asks for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(indexWords(text)).toEqual(expect.arrayContaining(words(text)))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('postcodes', () => {
  it('are the same with and without their space, in any case', () => {
    expect(postcode('ls12ab')).toBe('LS1 2AB')
    expect(postcode(' LS1  2AB ')).toBe('LS1 2AB')
    expect(foldPostcode('ec3a 5de')).toBe('ec3a5de')
  })

  it('are none when the text is only part of one, or a name', () => {
    for (const text of ['LS1', 'LS1 2', 'Leeds', '', '12345']) expect(postcode(text)).toBeNull()
  })
})
