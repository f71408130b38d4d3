import { eq, ledger, personWords } from '@wirearchy/db'
import { testHouse } from '@wirearchy/domain/testing'
import { expect, it } from 'vitest'

it('makes a person who is found without marks, and says so in the ledger', async () => {
  const house = testHouse()
  const id = await house.person('Siân O’Neill')
  const found = await house.store.read.select().from(personWords).where(eq(personWords.personId, id))
  expect(found.map(({ word }) => word)).toContain('sian')
  const entries = await house.store.read.select().from(ledger).where(eq(ledger.personId, id))
  expect(entries.map(({ type, seq }) => [type, seq])).toEqual([['person.created', 1]])
  await house.close()
})
