import { personWords } from '@wirearchy/db'
import { fold, words } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PersonName } from './input.ts'
import { nameProblem, tidyName } from './name.ts'
import { rename } from './rename.ts'

const seed = Number(process.env.SEED)
console.log(`fast-check seed ${seed}`)

it.each([
  'Sukarno',
  'Siân O’Neill',
  "Siân O'Neill",
  'Nguyễn Thị Minh Khai',
  'Ŵyn ap Gŷr',
  'van der Berg',
  'Anne-Marie St. Clair',
  'محمد علي',
  'נועה',
  '山田 太郎',
  'Владимир',
  'José (Pepe) García i Vidal',
  'Wolfeschlegelsteinhausenbergerdorff-Montgomery-Featherstonehaugh',
])('takes %s as a name', (name) => {
  expect(nameProblem(tidyName(name))).toBeNull()
})

it.each([
  ['nothing', '   ', /Enter your name/],
  ['a direction trick', 'Ana\u202enimdA', /hidden character/],
  ['a letter of no width', 'A\u200bna', /hidden character/],
  ['a line break', 'Ana\nAdmin', /hidden character/],
  ['a Latin name with a Cyrillic А', 'Аmina', /two alphabets/],
  ['a badge', 'Head of School ✔', /Take out “✔”/],
  ['digits alone', '12345', /at least one letter/],
  ['a tower of accents', `A${'\u0301\u0302\u0303\u0304\u0305\u0306'}na`, /accents/],
  ['101 letters', 'a'.repeat(101), /longer than 100/],
])('refuses %s, and says what to do', (_, name, sentence) => {
  expect(nameProblem(tidyName(name))).toMatch(sentence)
})

/** Letters that real names are made of, composed and not. */
const letter = fc.constantFrom(...'abcdeghilmnorstuyzÅéèêëîïôöûüçñøłŵŷžş', 'e\u0301', 'n\u0303', 'w\u0302')
const word = fc.string({ unit: letter, minLength: 1, maxLength: 12 })
const realName = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))

it('keeps every name as it was written, in one form of letters, and finds it with or without marks', async () => {
  const house = testHouse()
  const who = await house.person('Somebody')
  await fc.assert(
    fc.asyncProperty(realName, async (typed) => {
      const name = PersonName.parse(typed)
      expect(name).toBe(typed.normalize('NFC').replace(/ +/g, ' ').trim())
      expect(PersonName.parse(name.normalize('NFD'))).toBe(name)
      await rename(house.as(who), { name, hidePrevious: true })
      const kept = (await house.store.read.select().from(personWords)).map((row) => row.word)
      const bare = name.normalize('NFD').replace(/\p{M}/gu, '')
      expect(kept).toEqual(expect.arrayContaining([...words(name), ...words(bare)]))
    }),
    { seed, numRuns: 100 },
  )
  await house.close()
}, 60_000)

it('gives back whatever text it accepts, and nothing it accepts hides a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const parsed = PersonName.safeParse(text)
      if (!parsed.success) return
      expect(parsed.data).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u)
      expect(PersonName.parse(parsed.data)).toBe(parsed.data)
      expect(fold(parsed.data)).toBe(fold(text.normalize('NFC')))
    }),
    { seed, numRuns: 1000 },
  )
}, 60_000)
