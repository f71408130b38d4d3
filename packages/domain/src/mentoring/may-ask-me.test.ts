import { mentoringRequests, sql } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mayAsk, mayAskMe } from './index.ts'
import { build } from './testing/build.ts'
import { worlds } from './testing/worlds.ts'

type Built = Awaited<ReturnType<typeof build>>

/** Everybody asks for a call, once from anywhere and once from outside their school. */
const everybodyAsks = ({ house, people }: Built) =>
  house.store.tx(async (tx) => {
    const how = { unit: 'call' as const, need: 'Year 9', topics: [], ways: [], soon: 'fortnight' as const }
    for (const askerId of people)
      for (const outsideMySchool of [false, true]) {
        const row = { ...how, id: newId(1), askerId, outsideMySchool, createdAt: 1 }
        await tx.insert(mentoringRequests).values(row)
      }
  })

it('finds for a mentor, in one query, exactly the requests whose askers may ask them, in any small world', async () => {
  let may = 0
  await fc.assert(
    fc.asyncProperty(worlds, async (w) => {
      const built = await build(w)
      const { house, people } = built
      await everybodyAsks(built)
      const { read } = house.store
      const requests = await read.select().from(mentoringRequests)
      for (const mentor of people) {
        const one: string[] = []
        for (const request of requests)
          if (await mayAsk(read, house.as(request.askerId), mentor, request)) one.push(request.id)
        const all = await read.rows<{ id: string }>(sql`
          select r.id as id from mentoring_requests r join mentor_offers offer on offer.person_id = ${mentor}
          where ${mayAskMe(house.as(mentor))}`)
        expect(all.map(({ id }) => id).sort()).toEqual(one.sort())
        may += one.length
      }
      await house.close()
    }),
    { numRuns: Number(process.env.MAY_ASK_WORLDS ?? 25) },
  )
  expect(may).toBeGreaterThan(40)
}, 240_000)
