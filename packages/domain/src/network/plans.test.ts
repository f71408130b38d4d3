import { type SQL, type Store, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openNetworkIndex } from './follow/open.ts'
import { near, people, personPage } from './index.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse('2026-01-05')
})
afterEach(() => house.close())

/** The store, keeping every statement that is asked through it. */
function listening(store: Store, asked: SQL[]): Store {
  const rows = <Row>(query: SQL) => {
    asked.push(query)
    return store.read.rows<Row>(query)
  }
  return { ...store, read: { ...store.read, rows } }
}

/** What a statement walks through from end to end: only what it has itself gathered, never a table. */
const GATHERED = /^SCAN (CONSTANT ROW|seen|tie|tied|in_sight|links|json_each\b.*)$/

it('answers the people page, a person’s page and who is near without reading any table from end to end', async () => {
  const [ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  await house.trainedTogether([ana, ben])
  const marlow = await house.school('Marlow Academy')
  const asked: SQL[] = []
  const ctx: MemberCtx = { ...house.as(ana), store: listening(house.store, asked) }
  await people(ctx, {})
  await personPage(ctx, { id: ben })
  await near(ctx, marlow)
  await near({ ...ctx, index: await openNetworkIndex(house.store) }, marlow)
  expect(asked.length).toBeGreaterThan(5)
  for (const statement of asked) {
    const plan = await house.store.read.rows<{ detail: string }>(sql`explain query plan ${statement}`)
    const steps = plan.map(({ detail }) => detail)
    const gathersMine = steps.includes('MATERIALIZE mine')
    const walks = steps.filter((step) => step.startsWith('SCAN') && !GATHERED.test(step))
    expect(walks.filter((step) => !(gathersMine && step === 'SCAN mine'))).toEqual([])
  }
})
