import { groupMemberships, groups, type Store, schools } from '@wirearchy/db'
import { testDb } from '@wirearchy/db/testing'
import { type Ctx, type Day, type MemberCtx, newId } from './index.ts'
import { nextNo } from './ledger/index.ts'
import { createPerson } from './person/index.ts'

/** Nine in the morning in London-winter time on a day, in UTC milliseconds. */
export const morningOf = (day: Day) => Date.parse(`${day}T09:00:00Z`)

const TRAINING_YEAR: { startedOn: Day; finishedOn: Day } = {
  startedOn: '2024-09-02',
  finishedOn: '2025-06-27',
}

/**
 * A small house for one test: its own database, a clock that stands still until told, and people made
 * with the verbs the product uses.
 * @param startsOn the day it is when the test begins
 */
export function testHouse(startsOn: Day = '2026-01-05') {
  const store: Store = testDb()
  let day = startsOn
  let ticks = 0
  const ctx = (viewer: string | null = null, on: Day = day): Ctx => ({
    store,
    now: morningOf(on) + ticks++,
    today: on,
    viewer,
    actor: viewer ? 'person' : 'system',
    origin: 'http://localhost:3000',
    secret: 'a secret of at least thirty-two characters',
    demo: false,
    correlationId: `test-${ticks}`,
    index: null,
  })
  return {
    store,
    ctx,
    /** The context of a signed-in person, today or on a given day. */
    as: (viewer: string, on: Day = day) => ctx(viewer, on) as MemberCtx,
    /** Makes it another day. */
    itIs(next: Day) {
      day = next
    },
    today: () => day,
    person: (name: string) => store.tx((tx) => createPerson(tx, ctx(), { name, source: 'seed' })),
    school: (name: string, town = 'Leeds') =>
      store.tx(async (tx) => {
        const id = newId(ctx().now)
        const row = {
          id,
          no: await nextNo(tx, 'schools'),
          name,
          town,
          nation: 'england',
          createdAt: ctx().now,
        }
        await tx.insert(schools).values(row)
        return id
      }),
    /** Puts people into one training group for the same days (2024-09-02 to 2025-06-27 when not said). */
    trainedTogether: (members: string[], days = TRAINING_YEAR) =>
      store.tx(async (tx) => {
        const id = newId(ctx().now)
        const row = { id, slug: id, name: 'Leeds PGCE Physics', academicYear: 2024, createdAt: ctx().now }
        await tx.insert(groups).values({ ...row, ...days, no: await nextNo(tx, 'groups') })
        for (const personId of members) {
          const no = await nextNo(tx, 'group_memberships')
          const membership = { id: newId(ctx().now), no, groupId: id, personId, joinedAt: ctx().now }
          await tx.insert(groupMemberships).values({ ...membership, ...days })
        }
        return id
      }),
    close: () => store.close(),
  }
}
