import { mentorships, schoolLeads, sql, stintRoles, stints } from '@wirearchy/db'
import { addDays, newId } from '@wirearchy/domain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { correctStint, settleClaims, startMentorship, undoMove } from './index.ts'
import { CorrectStint } from './input.ts'
import { type MovingHouse, movingHouse } from './testing.ts'

const SEED = Number(process.env.SEED)

/** What is live, in words that do not depend on ids or on how it came about. */
async function live({ store }: MovingHouse) {
  const place = sql`(select name from schools where id = s.school_id)`
  return {
    stints:
      await store.read.rows(sql`select ${place} as place, person_id, kind, pattern, started_on, finished_on
      from ${stints} s where voided_at is null order by 1, 2, 3, 5`),
    roles: await store.read.rows(sql`select ${place} as place, r.role, r.started_on, r.finished_on
      from ${stintRoles} r join stints s on s.id = r.stint_id where r.voided_at is null order by 1, 2, 3`),
    mentorships:
      await store.read.rows(sql`select mentor_id, mentee_id, kind, started_on, finished_on, end_reason
      from ${mentorships} where voided_at is null order by 1, 2, 3, 4`),
    leads: await store.read.rows(
      sql`select person_id, started_on, finished_on from ${schoolLeads} order by 1, 2`,
    ),
  }
}

async function world() {
  const house = movingHouse('2025-12-01')
  const [a, c] = [await house.school('Ashfield'), await house.school('St Hild’s')]
  const [leadA, leadC] = [await house.lead('Priya', a), await house.lead('Carys', c)]
  const [ana, mo] = [await house.person('Ana'), await house.person('Mo')]
  await house.address(ana, 'ana@example.com')
  const atA = await house.at(ana, a, '2025-09-01', { role: 'new_teacher' })
  const moAtA = await house.at(mo, a, '2020-09-01')
  await house.store.tx((tx) =>
    tx
      .insert(schoolLeads)
      .values({ id: newId(1), personId: ana, schoolId: a, startedOn: '2025-10-01', grantedBy: 'operator' }),
  )
  return { house, a, c, leadA, leadC, ana, mo, atA, moAtA }
}

it(`undoes a move to the row: stays, roles, mentorships begun or planned, and the right to act (seed ${SEED})`, async () => {
  const day = fc.integer({ min: -60, max: 90 }).map((n) => addDays('2025-12-01', n))
  const any = fc.record({ leaveOn: day, gap: fc.integer({ min: 1, max: 40 }), mentored: day })
  await fc.assert(
    fc.asyncProperty(any, async ({ leaveOn, gap, mentored }) => {
      const { house, c, leadA, ana, atA, moAtA } = await world()
      await startMentorship(house.as(leadA), { mentorStintId: moAtA, menteeStintId: atA, startsOn: mentored })
      const before = await live(house)
      const { moveId } = await house.moves(ana, {
        destination: 'school',
        schoolId: c,
        leaveOn,
        startOn: addDays(leaveOn, gap),
      })
      expect(await live(house)).not.toEqual(before)
      await undoMove(house.as(ana), { moveId })
      expect(await live(house)).toEqual(before)
      await house.close()
    }),
    { seed: SEED, numRuns: 25 },
  )
}, 60_000)

it('can be undone for 24 hours and no longer', async () => {
  const { house, c, ana } = await world()
  const { moveId } = await house.moves(ana, { destination: 'school', schoolId: c, startOn: '2026-01-05' })
  house.itIs('2025-12-03')
  await expect(undoMove(house.as(ana), { moveId })).rejects.toMatchObject({ code: 'gone' })
  await house.close()
})

it(`ends in the same rows whatever order the reports come in, told once or twice (seed ${SEED})`, async () => {
  const reports = ['leaves', 'joins', 'moves'] as const
  const any = fc.record({
    order: fc.array(fc.constantFrom(...reports), { minLength: 1, maxLength: 5 }),
    left: fc.integer({ min: -10, max: 10 }).map((n) => addDays('2026-01-04', n)),
    began: fc.integer({ min: -10, max: 10 }).map((n) => addDays('2026-01-05', n)),
  })
  const run = async (order: readonly (typeof reports)[number][], left: string, began: string) => {
    const { house, c, leadA, leadC, ana, atA, moAtA } = await world()
    await startMentorship(house.as(leadA), {
      mentorStintId: moAtA,
      menteeStintId: atA,
      startsOn: '2025-12-01',
    })
    const report = {
      leaves: () => house.leaves(leadA, atA, left),
      joins: () => house.joins(leadC, c, 'ana@example.com', began),
      moves: () =>
        house.moves(ana, {
          destination: 'school',
          schoolId: c,
          leaveOn: '2026-01-04',
          startOn: '2026-01-05',
        }),
    }
    for (const who of order) await report[who]()
    house.itIs('2026-02-01')
    await settleClaims(house.ctx())
    const { stints, ...rest } = await live(house)
    const moves = (await house.movesOf(ana)).map(({ state, leaveOn, startOn, destination }) => [
      state,
      leaveOn,
      startOn,
      destination,
    ])
    await house.close()
    const strip = (rows: unknown[]) =>
      rows.map((row) => ({ ...(row as object), person_id: 0, mentor_id: 0, mentee_id: 0 }))
    return {
      stints: strip(stints),
      roles: rest.roles,
      mentorships: strip(rest.mentorships),
      leads: strip(rest.leads),
      moves,
    }
  }
  await fc.assert(
    fc.asyncProperty(any, async ({ order, left, began }) => {
      const once = [...new Set(order)].sort()
      expect(await run(order, left, began)).toEqual(await run(once, left, began))
    }),
    { seed: SEED, numRuns: 25 },
  )
}, 120_000)

it('puts a wrong first day right without losing the role or the mentor', async () => {
  const { house, leadA, ana, atA, moAtA } = await world()
  await startMentorship(house.as(leadA), { mentorStintId: moAtA, menteeStintId: atA, startsOn: '2025-11-01' })
  await correctStint(house.as(ana), CorrectStint.parse({ stintId: atA, startedOn: '2025-09-03' }))
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-03', null]])
  expect((await house.mentorships()).filter(({ voidedAt }) => voidedAt === null)).toMatchObject([
    { startedOn: '2025-11-01', finishedOn: null, continuesId: expect.any(String) },
  ])
  const roles = (await house.roles()).filter(({ voidedAt }) => voidedAt === null)
  expect(roles.map(({ role, startedOn }) => [role, startedOn])).toEqual([['new_teacher', '2025-09-03']])
  const voided = await house.store.read.select().from(stints).where(sql`voided_at is not null`)
  expect(voided).toMatchObject([{ id: atA, voidReason: 'corrected', startedOn: '2025-09-01' }])
  await house.close()
})
