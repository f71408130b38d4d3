import { and, eq, ledger, people, personWords } from '@wirearchy/db'
import { list } from '@wirearchy/domain/connection'
import {
  addIdentifier,
  hidePrevious,
  myNames,
  personByIdentifier,
  profileOf,
  rename,
} from '@wirearchy/domain/person'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'

let house: ReturnType<typeof testHouse>
let [ana, ben] = ['', '']

beforeEach(async () => {
  house = testHouse('2025-09-01')
  ;[ana, ben] = [await house.person('Ana Jones'), await house.person('Ben')]
  await house.trainedTogether([ana, ben])
  house.itIs('2026-03-01')
})
afterEach(() => house.close())

const finds = async (word: string) =>
  (await house.store.read.select().from(personWords).where(eq(personWords.word, word))).map(
    (row) => row.personId,
  )

it('shows a new name everywhere at once, keeps the old one with its dates, and finds both', async () => {
  await rename(house.as(ana), { name: 'Ana O’Neill', hidePrevious: false })
  expect((await profileOf(house.as(ben), { id: ana })).name).toBe('Ana O’Neill')
  expect(
    (await myNames(house.as(ana))).map(({ name, startedOn, finishedOn }) => [name, startedOn, finishedOn]),
  ).toEqual([
    ['Ana Jones', '2025-09-01', '2026-02-28'],
    ['Ana O’Neill', '2026-03-01', null],
  ])
  expect([await finds('jones'), await finds('oneill')]).toEqual([[ana], [ana]])
})

it('16. shows nobody an earlier name that was hidden; ties hold and a number still finds the person', async () => {
  await addIdentifier(house.as(ana), { scheme: 'trn', issuer: null, value: "'0012345" })
  await rename(house.as(ana), { name: 'Alex O’Neill', hidePrevious: true })
  expect(await finds('jones')).toEqual([])
  expect(await finds('ana')).toEqual([])
  const page = await profileOf(house.as(ben), { id: ana })
  expect(JSON.stringify([page, await list(house.as(ben))])).not.toContain('Jones')
  expect(page.name).toBe('Alex O’Neill')
  expect(await personByIdentifier(house.store.read, 'trn', '', 'RP00/12345')).toBe(ana)
})

it('keeps no name in the ledger, where nobody could hide it', async () => {
  await rename(house.as(ana), { name: 'Alex O’Neill', hidePrevious: true })
  const entries = await house.store.read.select().from(ledger).where(eq(ledger.personId, ana))
  expect(entries.map(({ type }) => type)).toContain('person.renamed')
  expect(JSON.stringify(entries)).not.toMatch(/Jones|Neill/)
})

it('hides earlier names later, and brings them back', async () => {
  await rename(house.as(ana), { name: 'Ana O’Neill', hidePrevious: false })
  await hidePrevious(house.as(ana), { hidden: true })
  expect([await finds('jones'), await finds('neill')]).toEqual([[], [ana]])
  await hidePrevious(house.as(ana), { hidden: false })
  expect(await finds('jones')).toEqual([ana])
})

it('changes nothing when the name is the same, and two changes in one day are both kept', async () => {
  await rename(house.as(ana), { name: 'Ana Jones', hidePrevious: false })
  expect(
    await house.store.read.$count(ledger, and(eq(ledger.personId, ana), eq(ledger.type, 'person.renamed'))),
  ).toBe(0)
  await rename(house.as(ana), { name: 'Ana One', hidePrevious: false })
  await rename(house.as(ana), { name: 'Ana Two', hidePrevious: false })
  expect((await myNames(house.as(ana))).map(({ name }) => name)).toEqual(['Ana Jones', 'Ana One', 'Ana Two'])
  const [row] = await house.store.read.select().from(people).where(eq(people.id, ana))
  expect([row?.displayName, row?.rev]).toEqual(['Ana Two', 2])
})

it('pads a TRN to seven digits however it was typed, and takes it for one person only', async () => {
  const add = (who: string, value: string) =>
    addIdentifier(house.as(who), { scheme: 'trn', issuer: null, value })
  expect(await add(ana, "'0012345")).toEqual({ scheme: 'trn', value: '0012345' })
  expect(await add(ana, 'RP00/12345')).toEqual({ scheme: 'trn', value: '0012345' })
  await expect(add(ben, '12345')).rejects.toMatchObject({ code: 'conflict', field: 'value' })
  for (const value of ['12345678', 'abc'])
    await expect(add(ben, value)).rejects.toMatchObject({ code: 'bad_input' })
})
