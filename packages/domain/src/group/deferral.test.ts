import { eq, groupMemberships } from '@wirearchy/db'
import { overlaps } from '@wirearchy/domain'
import { notices } from '@wirearchy/domain/job'
import { testHouse } from '@wirearchy/domain/testing'
import { canSee } from '@wirearchy/domain/visibility'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeStart } from './change-start.ts'
import { createGroup } from './create-group.ts'
import { deferMembership } from './defer-membership.ts'
import { groupPage } from './group-page.ts'
import { CreateGroup, MakeLink } from './input.ts'
import { join } from './join.ts'
import { leaveGroup } from './leave-group.ts'
import { makeLead } from './make-lead.ts'
import { makeLink } from './make-link.ts'
import { myGroups } from './my-groups.ts'
import { resumeIn } from './resume-in.ts'
import { transferMember } from './transfer-member.ts'
import { voidMembership } from './void-membership.ts'

let house: ReturnType<typeof testHouse>
let [priya, ben, first, second, firstCode, secondCode] = ['', '', '', '', '', '']

beforeEach(async () => {
  house = testHouse('2024-09-02')
  ;[priya, ben] = [await house.person('Priya'), await house.person('Ben')]
  ;[first, firstCode] = await course(2024)
  ;[second, secondCode] = await course(2025)
})
afterEach(() => house.close())

async function course(year: number): Promise<[string, string]> {
  const days = { startedOn: `${year}-09-02`, finishedOn: `${year + 1}-06-27` }
  const named = { provider: 'University of Leeds', name: 'Leeds PGCE Physics', ...days }
  const { slug } = await createGroup(house.as(priya), CreateGroup.parse(named))
  return [slug, (await makeLink(house.as(priya), MakeLink.parse({ slug, days: 365 }))).code]
}

async function joined(name: string, code: string, startedOn?: string) {
  const id = await house.person(name)
  await join(house.as(id, '2024-09-02'), { code, ...(startedOn ? { startedOn } : {}) })
  return id
}
const see = async (who: string, others: string[]) =>
  Promise.all(
    others.map(async (other) => (await canSee(house.as(who), other)) && (await canSee(house.as(other), who))),
  )

it('17. deferring and resuming keeps the people of both groups, and only those', async () => {
  await join(house.as(ben), { code: firstCode })
  const ana = await joined('Ana', firstCode)
  const feb = await joined('Femi, who came in February', firstCode, '2025-02-03')
  const next = await joined('Nia, of the next year', secondCode)
  await deferMembership(house.as(ben), { slug: first, lastDay: '2025-01-17' })
  house.itIs('2025-09-05')
  expect(await see(ben, [ana, feb, next])).toEqual([true, false, false])
  const [{ membershipId } = { membershipId: '' }] = await myGroups(house.as(ben))
  const { code } = await makeLink(house.as(priya), MakeLink.parse({ slug: second }))
  await join(house.as(ben), { code, resumesId: membershipId ?? '' })
  expect(await see(ben, [ana, feb, next])).toEqual([true, false, true])
  expect((await groupPage(house.as(ben), { slug: first })).people.map(({ name }) => name)).toEqual([
    'Ben',
    'Ana',
  ])
  expect((await groupPage(house.as(ana), { slug: first })).people.map(({ name }) => name)).toContain('Ben')
})

describe('whoever runs the groups', () => {
  it('can defer and resume somebody, who keeps both sets of people', async () => {
    await join(house.as(ben), { code: firstCode })
    const [ana, nia] = [await joined('Ana', firstCode), await joined('Nia', secondCode)]
    await deferMembership(house.as(priya), { slug: first, personId: ben, lastDay: '2025-01-17' })
    await resumeIn(house.as(priya), { slug: second, personId: ben, startedOn: '2025-10-06' })
    house.itIs('2025-10-06')
    expect(await see(ben, [ana, nia])).toEqual([true, true])
  })

  it('cannot resume somebody on the day the earlier time ends, nor twice', async () => {
    await join(house.as(ben), { code: firstCode })
    await deferMembership(house.as(ben), { slug: first, lastDay: '2025-01-17' })
    const resume = (startedOn: string) => resumeIn(house.as(ben), { slug: first, startedOn })
    await expect(resume('2025-01-17')).rejects.toMatchObject({ code: 'bad_input', field: 'startedOn' })
    await resume('2025-01-18')
    await expect(resume('2025-03-01')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('can move somebody to another group of theirs, who is told', async () => {
    await join(house.as(ben), { code: firstCode })
    const [ana, nia] = [await joined('Ana', firstCode), await joined('Nia', secondCode)]
    await expect(
      transferMember(house.as(ben), { slug: first, personId: ben, toSlug: second, startedOn: '2025-09-02' }),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    const course24 = await course(2024)
    await transferMember(house.as(priya), {
      slug: first,
      personId: ben,
      toSlug: course24[0],
      startedOn: '2025-01-06',
    })
    house.itIs('2025-09-05')
    expect(await see(ben, [ana, nia])).toEqual([true, false])
    expect((await myGroups(house.as(ben))).map(({ slug, outcome }) => [slug, outcome])).toEqual([
      [first, 'transferred'],
      [course24[0], null],
    ])
  })

  it('can take back a membership written by mistake: it ties nobody any more', async () => {
    await join(house.as(ben), { code: firstCode })
    const ana = await joined('Ana', firstCode)
    expect(await see(ben, [ana])).toEqual([true])
    await voidMembership(house.as(priya), { slug: first, personId: ben, reason: 'Joined the wrong group' })
    expect(await see(ben, [ana])).toEqual([false])
    await expect(groupPage(house.as(ben), { slug: first })).rejects.toMatchObject({ code: 'not_found' })
    const told = await notices(house.as(ben, '2024-09-03'))
    expect(told.map(({ text }) => text)).toContain(
      'You were taken off Leeds PGCE Physics: you had been put there by mistake.',
    )
    await join(house.as(ben), { code: firstCode })
    expect(await see(ben, [ana])).toEqual([true])
  })

  it('can let a member run it too; a member alone can do none of this', async () => {
    await join(house.as(ben), { code: firstCode })
    const ana = await joined('Ana', firstCode)
    const voided = { slug: first, personId: ana, reason: 'No reason' }
    await expect(voidMembership(house.as(ben), voided)).rejects.toMatchObject({ code: 'not_allowed' })
    await makeLead(house.as(priya), { slug: first, personId: ben })
    await makeLead(house.as(priya), { slug: first, personId: ben })
    await voidMembership(house.as(ben), voided)
    expect((await groupPage(house.as(ben), { slug: first })).people.map(({ name }) => name)).toEqual(['Ben'])
  })

  it('cannot reach somebody who is not in their group, in the words for nobody', async () => {
    const dan = await house.person('Dan')
    for (const personId of [dan, 'nobody'])
      await expect(
        deferMembership(house.as(priya), { slug: first, personId, lastDay: '2025-01-17' }),
      ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a first day that was wrong', () => {
  it('is put right by the person: ties follow the right day, and the wrong row is kept', async () => {
    await join(house.as(ben), { code: firstCode })
    const ana = await joined('Ana', firstCode)
    await leaveGroup(house.as(ana, '2024-12-20'), { slug: first })
    house.itIs('2025-03-01')
    expect(await see(ben, [ana])).toEqual([true])
    await changeStart(house.as(ben), { slug: first, startedOn: '2025-02-03' })
    expect(await see(ben, [ana])).toEqual([false])
    expect((await groupPage(house.as(ben), { slug: first })).mine).toMatchObject([
      { startedOn: '2025-02-03', finishedOn: '2025-06-27' },
    ])
    const rows = await house.store.read
      .select()
      .from(groupMemberships)
      .where(eq(groupMemberships.personId, ben))
    expect(rows.map(({ voidReason }) => voidReason).toSorted()).toEqual(['corrected', null])
  })

  it('cannot lie outside the course, nor in an earlier time there', async () => {
    await join(house.as(ben), { code: firstCode })
    await leaveGroup(house.as(ben, '2024-11-01'), { slug: first })
    await join(house.as(ben, '2024-12-01'), { code: firstCode })
    for (const startedOn of ['2024-09-01', '2025-06-28', '2024-11-01'])
      await expect(changeStart(house.as(ben), { slug: first, startedOn })).rejects.toMatchObject({
        field: 'startedOn',
      })
    await changeStart(house.as(ben), { slug: first, startedOn: '2024-11-02' })
  })
})

describe('leaving', () => {
  it('keeps the people of until then, and ties nobody who comes later', async () => {
    await join(house.as(ben), { code: firstCode })
    const ana = await joined('Ana', firstCode)
    await leaveGroup(house.as(ben, '2024-11-01'), { slug: first })
    const late = await joined('Lee', firstCode, '2024-11-02')
    house.itIs('2025-01-10')
    expect(await see(ben, [ana, late])).toEqual([true, false])
    await expect(leaveGroup(house.as(ben), { slug: first })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('and coming back by the link is a second time, from that day', async () => {
    await join(house.as(ben), { code: firstCode })
    await leaveGroup(house.as(ben, '2024-11-01'), { slug: first })
    await join(house.as(ben, '2024-11-01'), { code: firstCode })
    const { mine } = await groupPage(house.as(ben, '2024-11-02'), { slug: first })
    expect(mine.map(({ startedOn, finishedOn }) => [startedOn, finishedOn])).toEqual([
      ['2024-11-02', '2025-06-27'],
      ['2024-09-02', '2024-11-01'],
    ])
  })

  it('before the first day leaves nothing behind', async () => {
    await join(house.as(ben), { code: secondCode })
    await leaveGroup(house.as(ben), { slug: second })
    expect(await myGroups(house.as(ben))).toEqual([])
  })
})

it('whatever the days of deferring and resuming, the people of both times stay, and nobody else', async () => {
  const within = (year: number) =>
    fc
      .integer({ min: 1, max: 290 })
      .map((days) => new Date(Date.UTC(year, 8, 2 + days)).toISOString().slice(0, 10))
  const peer = fc.record({ code: fc.constantFrom(0, 1), from: fc.integer({ min: 0, max: 280 }) })
  await fc.assert(
    fc.asyncProperty(
      within(2024),
      within(2025),
      fc.array(peer, { minLength: 1, maxLength: 4 }),
      async (lastDay, from, peers) => {
        const me = await joined('Me', firstCode)
        const others = await Promise.all(
          peers.map(async ({ code, from: days }, nth) => {
            const startedOn = new Date(Date.UTC(2024 + code, 8, 2 + days)).toISOString().slice(0, 10)
            const span = { startedOn, finishedOn: `${2025 + code}-06-27` }
            const id = await joined(`Peer ${nth}`, code === 0 ? firstCode : secondCode, startedOn)
            const mine =
              code === 0
                ? { startedOn: '2024-09-02', finishedOn: lastDay }
                : { startedOn: from, finishedOn: '2026-06-27' }
            return { id, tied: overlaps(mine, span) }
          }),
        )
        await deferMembership(house.as(me), { slug: first, lastDay })
        await resumeIn(house.as(priya), { slug: second, personId: me, startedOn: from })
        house.itIs('2026-07-01')
        expect(
          await see(
            me,
            others.map(({ id }) => id),
          ),
        ).toEqual(others.map(({ tied }) => tied))
      },
    ),
    { numRuns: 25 },
  )
})
