import { audiences, type Store } from '@wirearchy/db'
import { testDb } from '@wirearchy/db/testing'
import type { MemberCtx, NetworkIndex } from '@wirearchy/domain'
import { near, openNetworkIndex } from '@wirearchy/domain/network'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { fill } from './fill.ts'
import { DAYS, type Level, PEOPLE, world } from './world.ts'

const WORLDS = Number(process.env.WORLDS ?? 400)
const SEED = Number(process.env.SEED)
const A_DATABASE = 40

let store: Store = testDb()
let filled = 0
afterAll(() => store.close())

const level = fc.constantFrom<Level>('only_me', 'ties', 'groups', 'groups', 'members', 'members')
/** Whether each person is found at two steps, and named in between. */
const choices = fc.array(fc.record({ two_hops: level, named_as_link: level }), {
  minLength: PEOPLE,
  maxLength: PEOPLE,
})

const context = (viewer: string, today: string, index: NetworkIndex | null): MemberCtx => ({
  ...{ store, now: Date.parse(`${today}T09:00:00Z`), today, viewer, actor: 'person', demo: false, index },
  ...{ origin: 'http://localhost:3000', secret: 'not used here', correlationId: 'test' },
})

async function nextStore() {
  if (filled > 0 && filled % A_DATABASE === 0) {
    await store.close()
    store = testDb()
  }
  filled += 1
  return `w${filled}`
}

it(`finds the same people near a school with the index as without, in ${WORLDS} random worlds (seed ${SEED})`, {
  timeout: 300_000,
}, async () => {
  const found = { known: 0, twoSteps: 0, nobody: 0 }
  await fc.assert(
    fc.asyncProperty(world, choices, fc.nat({ max: 11 }), async (w, chosen, day) => {
      const prefix = await nextStore()
      await fill(store, w, prefix)
      const rows = chosen.flatMap((fields, n) =>
        Object.entries(fields).map(([field, level]) => ({ personId: `${prefix}-p-${n}`, field, level })),
      )
      await store.tx((tx) => tx.insert(audiences).values(rows))
      const index = await openNetworkIndex(store)
      for (let viewer = 0; viewer < PEOPLE; viewer += 1) {
        for (const school of w.schools.keys()) {
          const today = DAYS[(day + viewer) % 12] as string
          const ask = (by: NetworkIndex | null, asOf?: string) =>
            near(context(`${prefix}-p-${viewer}`, today, by), `${prefix}-s-${school}`, asOf)
          const plain = await ask(null)
          expect(JSON.stringify(await ask(index)), `${viewer} of ${school} on ${today}`).toBe(
            JSON.stringify(plain),
          )
          const earlier = DAYS[(3 * school) % (DAYS.indexOf(today) + 1)] as string
          const then = await ask(null, earlier)
          expect(JSON.stringify(await ask(index, earlier)), `on ${today} as of ${earlier}`).toBe(
            JSON.stringify(then),
          )
          for (const { id, through } of then.twoSteps) {
            const now = plain.twoSteps.find((one) => one.id === id)
            expect(now, `two steps as of ${earlier} as they are on ${today}`).toBeDefined()
            if (now && now.through.length < 3)
              expect(now.through.map((link) => link.id)).toEqual(
                expect.arrayContaining(through.map((link) => link.id)),
              )
          }
          found.known += plain.known.length
          found.twoSteps += plain.twoSteps.length
          if (plain.known.length + plain.twoSteps.length === 0) found.nobody += 1
        }
      }
    }),
    { numRuns: WORLDS, seed: SEED, endOnFailure: true },
  )
  console.log(`${WORLDS} worlds, seed ${SEED}:`, JSON.stringify(found))
  expect(Math.min(found.known, found.twoSteps, found.nobody), 'each kind of answer came up').toBeGreaterThan(
    0,
  )
})

it('asks the database nothing more about a school where nobody is near', async () => {
  const prefix = await nextStore()
  const nobody = { active: true, audiences: {} }
  const none = { stints: [], memberships: [], groupLeads: [], schoolLeads: [] }
  const ties = { connections: [], mentorships: [], blocks: [] }
  await fill(
    store,
    { people: [nobody], schools: [{ kind: 'school' }], groupCount: 0, ...none, ...ties },
    prefix,
  )
  const index = await openNetworkIndex(store)
  const before = store.statements()
  const answer = await near(context(`${prefix}-p-0`, DAYS[0] as string, index), `${prefix}-s-0`)
  expect(answer).toEqual({ known: [], twoSteps: [] })
  expect(store.statements() - before, 'who asks, and whether the ledger has grown').toBe(2)
})
