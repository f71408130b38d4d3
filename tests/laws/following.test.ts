import { addDays, type MemberCtx, type NetworkIndex } from '@wirearchy/domain'
import { join } from '@wirearchy/domain/group'
import { near, openNetworkIndex } from '@wirearchy/domain/network'
import { setAudience } from '@wirearchy/domain/person'
import { importStint } from '@wirearchy/domain/stint'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diceOfNumbers } from './dice.ts'
import { makeGroups, STEPS, take } from './steps.ts'
import { makeTown, type Town } from './town.ts'

const SEED = Number(process.env.SEED)
const HISTORIES = Number(process.env.HISTORIES ?? 8)
const LENGTH = Number(process.env.STEPS ?? 60)

const throws = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: 6, maxLength: 6 })
const history = fc.noBias(
  fc.array(fc.tuple(fc.nat({ max: STEPS.length - 1 }), throws), { minLength: LENGTH, maxLength: LENGTH }),
)

const startsAt = (town: Town, personId: string, schoolId: string) =>
  town.store.tx((tx) =>
    importStint(tx, town.ctx(), {
      ...{ personId, schoolId, kind: 'employed', role: 'teacher' },
      ...{ startedOn: '2025-09-01', finishedOn: null },
    }),
  )

/** Asks about one school for one person at one moment, with the index and without. @returns how many were found */
async function sameNear(town: Town, index: NetworkIndex, turn: number) {
  const viewer = town.people[turn % town.people.length] as string
  const school = town.schools[turn % town.schools.length] as string
  const ctx = town.as(viewer)
  const plain = await near(ctx, school)
  const proposed = await near({ ...ctx, index } as MemberCtx, school)
  expect(JSON.stringify(proposed)).toBe(JSON.stringify(plain))
  if (turn % 4 === 0) {
    const earlier = addDays(ctx.today, -45)
    const then = await near({ ...ctx, index } as MemberCtx, school, earlier)
    expect(JSON.stringify(then)).toBe(JSON.stringify(await near(ctx, school, earlier)))
  }
  return plain.known.length + plain.twoSteps.length
}

it(`leads the index through ${HISTORIES} random histories to where building it anew would (seed ${SEED})`, {
  timeout: 300_000,
}, async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const town = await makeTown({ people: 7, schools: 3, startsOn: '2026-01-05' })
      try {
        const index = await openNetworkIndex(town.store)
        await makeGroups(town)
        for (const one of town.people.slice(0, 4))
          await join(town.as(one), { code: town.groups[0]?.code ?? '' })
        for (const [n, one] of town.people.entries()) {
          await setAudience(town.as(one), { two_hops: 'members' })
          await startsAt(town, one, town.schools[n % 3] as string)
        }
        for (const [turn, [kind, numbers]] of steps.entries()) {
          await take(STEPS[kind] as (typeof STEPS)[number], town, diceOfNumbers(numbers))
          found += await sameNear(town, index, turn)
        }
        await index.catchUp()
        expect(index.dump(), 'rebuilt = followed').toEqual((await openNetworkIndex(town.store)).dump())
      } finally {
        await town.close()
      }
    }),
    { numRuns: HISTORIES, seed: SEED, endOnFailure: true },
  )
  console.log(`${HISTORIES} histories, seed ${SEED}, ${found} people found`)
  expect(found).toBeGreaterThan(0)
})
