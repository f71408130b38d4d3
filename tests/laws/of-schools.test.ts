import { sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import { join } from '@wirearchy/domain/group'
import { block } from '@wirearchy/domain/safety'
import { addStint, confirmStint, importStint, staff } from '@wirearchy/domain/stint'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openGroup } from './steps.ts'
import { makeTown, type Town } from './town.ts'
import { unseen } from './unseen.ts'

let town: Town
beforeEach(async () => {
  town = await makeTown({ people: 3, schools: 45, startsOn: '2026-11-22' })
})
afterEach(() => town.close())

const count = async (query: ReturnType<typeof sql>) =>
  (await town.store.read.rows<{ n: number }>(sql`select count(*) as n from (${query}) counted`))[0]?.n ?? 0

const works = (personId: string, school: number) =>
  town.store.tx((tx) =>
    importStint(tx, town.ctx(), {
      ...{ personId, schoolId: town.schools[school] as string, kind: 'employed', role: 'teacher' },
      ...{ startedOn: '2025-09-01', finishedOn: null },
    }),
  )

it('13. a file of links with ten circles, undated, future and one-way rows is read to its end, every circle left to review', async () => {
  const { register } = town
  const at = (n: number) => register.listed[n] as (typeof register.listed)[number]
  for (let n = 0; n < 20; n += 2) {
    register.link(at(n), at(n + 1), ' - merged', '2026-08-31')
    register.link(at(n + 1), at(n), ' - merged', '2026-08-31')
  }
  const [undated, ahead, oneWay] = [at(20), at(22), at(24)]
  for (const school of [undated, oneWay]) school.closedOn = '2026-08-31'
  register.link(undated, at(21), ' - merged', null)
  register.link(ahead, at(23), ' - merged', '2027-08-31')
  register.links.push({ from: oneWay.urn, to: at(25).urn, type: 'Successor - merged', on: '2026-09-01' })
  register.links.push({ from: at(26).urn, to: 999_999, type: 'Successor', on: '2026-09-01' })
  await register.bringIn(town)
  const state = (states: string) => sql`select id from school_changes where state = ${states}`
  expect(await count(state('needs_review'))).toBeGreaterThanOrEqual(10)
  expect(await count(sql`${state('applied')} and kind = 'merged'`)).toBe(2)
  expect(
    await count(sql`${state('applied')} and from_school_id in (select id from schools where no <= 20)`),
  ).toBe(0)
  expect(await count(sql`select 1 from establishment_links`)).toBe(register.links.length)
  const before = await count(sql`select seq from ledger`)
  expect((await register.bringIn(town)).changed).toBe(0)
  expect(await count(sql`select seq from ledger`)).toBe(before)
})

it('21. a block holds in one group, in one school, after their schools merge, and through another import', async () => {
  const [ana, dan] = town.people as [string, string]
  await openGroup(town, 0, '2026-09-01', '2027-07-16')
  const apart = { a: ana, b: dan }
  for (const one of [ana, dan]) await join(town.as(one), { code: town.groups[0]?.code ?? '' })
  await block(town.as(ana), { personId: dan })
  await unseen(town, apart)
  await works(ana, 0)
  await works(dan, 1)
  const { register } = town
  const [from, to] = register.listed
  if (!from || !to) throw new Error('The register lists nobody.')
  from.closedOn = '2026-10-30'
  register.link(from, to, ' - merged', '2026-10-31')
  await register.bringIn(town)
  expect(
    await count(
      sql`select id from stints where school_id = ${town.schools[1]} and person_id in (${ana}, ${dan})`,
    ),
  ).toBe(2)
  await unseen(town, apart)
  const { stintId } = await addStint(town.as(ana), {
    ...{ schoolId: town.schools[2] as string, kind: 'supply', role: null, pattern: 'supply' },
    ...{ startedOn: addDays(town.today(), -10), finishedOn: null },
  })
  await confirmStint(town.as(town.leads[2] as string), { stintId })
  await works(dan, 2)
  await register.bringIn(town)
  expect(await unseen(town, apart)).toBeGreaterThan(20)
})

it('21. a lead and somebody on their staff who keep each other out are on no page of the other’s, the staff page too', async () => {
  const [lead, dan] = [town.leads[0] as string, town.people[0] as string]
  await works(dan, 0)
  const ref = town.schools[0] as string
  const onStaff = async () => (await staff(town.as(lead), { ref })).lines.map(({ personId }) => personId)
  expect(await onStaff()).toContain(dan)
  await block(town.as(dan), { personId: lead })
  expect(await onStaff()).not.toContain(dan)
  await unseen(town, { a: dan, b: lead })
})
