import { accountEmails, accounts, schoolLeads, sql, stints } from '@wirearchy/db'
import { addDays, newId } from '@wirearchy/domain'
import { openNetworkIndex } from '@wirearchy/domain/network'
import { importStint, startMentorship } from '@wirearchy/domain/stint'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decideChange, undoChange } from './index.ts'
import { type ChangeHouse, changeHouse } from './testing.ts'

const SEED = Number(process.env.SEED ?? 20260701)
const RUNS = Number(process.env.HISTORIES ?? 8)

/** Everything that is true now of people's stays and of the schools, without what was voided and how often it was touched. */
async function truth(house: ChangeHouse) {
  const tables = {
    stints: sql`select id, person_id, school_id, kind, pattern, started_on, finished_on, end_reason, confidence, audience,
      continues_stint_id from stints where voided_at is null order by id`,
    roles: sql`select id, stint_id, role, started_on, finished_on from stint_roles where voided_at is null order by id`,
    mentoring: sql`select id, mentor_id, mentee_id, kind, mentor_stint_id, mentee_stint_id, started_on, finished_on, end_reason
      from mentorships where voided_at is null order by id`,
    leads: sql`select id, person_id, school_id, started_on, finished_on from school_leads order by id`,
    addresses: sql`select id, stint_id, retired_on from account_emails order by id`,
    numbers: sql`select * from school_establishments order by ref`,
    schools: sql`select id, name, status, closed_on, town from schools order by id`,
    words: sql`select word, school_id from school_words where weight % 10 < 3 order by 1, 2`,
  }
  const found: Record<string, unknown> = {}
  for (const [table, query] of Object.entries(tables)) found[table] = await house.store.read.rows(query)
  return found
}

interface World {
  people: {
    at: ('a' | 'b')[]
    since: number
    kind: 'employed' | 'supply'
    until: number | null
    hidden: boolean
    work: boolean
  }[]
  lead: boolean
  mentors: [number, number][]
}

const world: fc.Arbitrary<World> = fc.record({
  people: fc.array(
    fc.record({
      at: fc.constantFrom<('a' | 'b')[]>(['a'], ['a'], ['b'], ['a', 'b']),
      since: fc.integer({ min: 0, max: 700 }),
      kind: fc.constantFrom('employed' as const, 'employed' as const, 'supply' as const),
      until: fc.option(fc.integer({ min: 0, max: 900 }), { freq: 3 }),
      hidden: fc.boolean(),
      work: fc.boolean(),
    }),
    { minLength: 2, maxLength: 5 },
  ),
  lead: fc.boolean(),
  mentors: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 3 }),
})

const FIRST = '2024-01-01'

async function settled({ people, lead, mentors }: World) {
  const house = changeHouse('2026-07-01')
  const a = await house.register.row('100001', { name: 'Ashfield' })
  const b = await house.register.row('100002', { name: 'Moorside' })
  const head = await house.at('Head', a, '2020-09-01')
  const grant = { personId: head, schoolId: a, startedOn: '2020-09-01', grantedBy: 'operator' }
  if (lead) await house.store.tx((tx) => tx.insert(schoolLeads).values({ id: newId(1), ...grant }))
  const ids: string[] = []
  for (const [n, one] of people.entries()) {
    const personId = await house.person(`Person ${n}`)
    ids.push(personId)
    const startedOn = addDays(FIRST, one.since)
    for (const school of one.at) {
      const stay = {
        personId,
        schoolId: school === 'a' ? a : b,
        kind: one.kind,
        role: 'teacher' as const,
        startedOn,
      }
      const finishedOn = one.until === null ? null : addDays(startedOn, one.until)
      await house.store.tx((tx) => importStint(tx, house.ctx(), { ...stay, finishedOn }))
    }
    if (one.hidden)
      await house.store.tx((tx) =>
        tx.update(stints).set({ audience: 'only_me' }).where(sql`person_id = ${personId}`),
      )
    if (one.work) await address(house, personId)
  }
  for (const [mentor, mentee] of lead ? mentors : [])
    await mentored(house, head, a, ids[mentor % ids.length], ids[mentee % ids.length])
  return { house, a, b, ids }
}

const address = (house: ChangeHouse, personId: string) =>
  house.store.tx(async (tx) => {
    const accountId = newId(1)
    await tx.insert(accounts).values({ id: accountId, personId, createdAt: 1 })
    const mail = { email: `${personId}@ashfield.sch.uk`, kind: 'work' as const, verifiedAt: 1, createdAt: 1 }
    await tx.insert(accountEmails).values({ id: newId(1), accountId, ...mail })
  })

/** A mentor arranged by the school's lead, where both are at the school; else nothing. */
async function mentored(house: ChangeHouse, head: string, a: string, mentor = '', mentee = '') {
  const stintAt = async (person: string) =>
    (await house.stints()).find((row) => row.personId === person && row.schoolId === a && !row.voidedAt)
      ?.id ?? ''
  const about = {
    mentorStintId: await stintAt(mentor),
    menteeStintId: await stintAt(mentee),
    startsOn: '2026-07-01',
  }
  await startMentorship(house.as(head), about).catch(() => null)
}

const HAPPENS = {
  'a merger': async (house: ChangeHouse) => {
    await house.register.link('100001', '100002', 'Successor - merged')
    await house.daily()
  },
  'a new number': async (house: ChangeHouse) => {
    await house.register.row('150001', { name: 'Beacon', openedOn: '2026-09-01' })
    await house.register.link('100001', '150001')
    await house.daily()
  },
  'an end after 120 days': async (house: ChangeHouse) => {
    await house.daily()
    house.itIs('2027-03-01')
    await house.daily()
  },
  'a split decided as a merger': async (house: ChangeHouse, b: string) => {
    await house.register.row('150001', { name: 'Beacon' })
    for (const ref of ['150001', '100002'])
      await house.register.link('100001', ref, 'Successor - Split School')
    await house.daily()
    const [split] = (await house.changes()).filter(({ state }) => state === 'needs_review')
    await decideChange(house.ctx(), {
      id: split?.id ?? '',
      decision: 'apply',
      kind: 'merged',
      toSchoolId: b,
      why: undefined,
    })
  },
}

for (const [what, happens] of Object.entries(HAPPENS))
  it(`takes ${what} back to the row, and the index follows there and back (seed ${SEED})`, {
    timeout: 120_000,
  }, async () => {
    let reached = 0
    await fc.assert(
      fc.asyncProperty(world, async (told) => {
        const { house, b } = await settled(told)
        try {
          const index = await openNetworkIndex(house.store)
          await house.register.closes('100001', '2026-08-31')
          house.itIs('2026-09-10')
          if (what === 'a new number')
            await house.register.row('150001', { name: 'Beacon', openedOn: '2026-09-01' })
          if (what === 'a split decided as a merger') await house.register.row('150001', { name: 'Beacon' })
          const before = await truth(house)
          await happens(house, b)
          const [stands] = (await house.changes()).filter(
            ({ state, kind }) =>
              state === 'applied' && (kind === 'merged' || kind === 'replaced' || kind === 'closed'),
          )
          await index.catchUp()
          expect(index.dump(), 'index after').toEqual((await openNetworkIndex(house.store)).dump())
          if (JSON.stringify(await truth(house)) !== JSON.stringify(before)) reached += 1
          if (stands) await undoChange(house.ctx(), { id: stands.id, why: undefined })
          expect(await truth(house)).toEqual(before)
          await index.catchUp()
          expect(index.dump(), 'index undone').toEqual((await openNetworkIndex(house.store)).dump())
        } finally {
          await house.close()
        }
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: process.env.SHRINK !== '1' },
    )
    expect(reached).toBeGreaterThan(RUNS / 2)
  })
