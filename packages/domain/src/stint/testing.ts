import {
  accountEmails,
  accounts,
  groupMemberships,
  groups,
  mentorships,
  moves,
  schoolLeads,
  sql,
  stintRoles,
} from '@wirearchy/db'
import { type Day, newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import { testHouse } from '@wirearchy/domain/testing'
import { addStint, confirmStint, move, reportJoining, reportLeaving } from './index.ts'
import { AddStint, Move, ReportJoining } from './input.ts'

type AddInput = Parameters<typeof AddStint.parse>[0]
type Raw<Schema> = Schema extends { _zod: { input: infer Input } } ? Input : AddInput

/** A small house with schools, leads, groups and addresses, for stories about moving. */
export function movingHouse(startsOn: Day = '2025-12-01') {
  const house = testHouse(startsOn)
  const { store } = house
  const groupOf = (name: string, startedOn: Day, finishedOn: Day, people: string[]) =>
    store.tx(async (tx) => {
      const id = newId(house.ctx().now)
      const row = { id, slug: id, name, academicYear: Number(startedOn.slice(0, 4)), startedOn, finishedOn }
      await tx.insert(groups).values({ ...row, no: await nextNo(tx, 'groups'), createdAt: 1 })
      for (const personId of people) {
        const no = await nextNo(tx, 'group_memberships')
        await tx
          .insert(groupMemberships)
          .values({ id: newId(1), no, groupId: id, personId, startedOn, finishedOn, joinedAt: 1 })
      }
      return id
    })
  const lead = async (name: string, schoolId: string) => {
    const id = await house.person(name)
    await at(id, schoolId, '2015-09-01')
    await store.tx((tx) =>
      tx
        .insert(schoolLeads)
        .values({ id: newId(1), personId: id, schoolId, startedOn: '2015-09-01', grantedBy: 'operator' }),
    )
    return id
  }
  const at = async (
    personId: string,
    schoolId: string,
    startedOn: Day,
    rest: Partial<Raw<typeof AddStint>> = {},
  ) => (await addStint(house.as(personId), AddStint.parse({ schoolId, startedOn, ...rest }))).stintId
  const address = (personId: string, email: string, kind: 'personal' | 'work' = 'personal') =>
    store.tx(async (tx) => {
      const [known] = await tx.select().from(accounts).where(sql`person_id = ${personId}`)
      const accountId = known?.id ?? newId(1)
      if (!known) await tx.insert(accounts).values({ id: accountId, personId, createdAt: 1 })
      await tx
        .insert(accountEmails)
        .values({ id: newId(1), accountId, email, kind, verifiedAt: 1, createdAt: 1 })
    })
  return {
    ...house,
    groupOf,
    lead,
    at,
    address,
    moves: async (personId: string, input: Raw<typeof Move>) => move(house.as(personId), Move.parse(input)),
    joins: (lead: string, schoolId: string, email: string, startsOn: Day) =>
      reportJoining(house.as(lead), ReportJoining.parse({ schoolId, email, startsOn })),
    leaves: (lead: string, stintId: string, lastDay: Day) =>
      reportLeaving(house.as(lead), { stintId, lastDay }),
    confirm: (lead: string, stintId: string) => confirmStint(house.as(lead), { stintId }),
    /** Live stays as [school name, first day, last day, kind], by start. */
    async stays(personId: string) {
      const rows = await store.read.rows<Record<'name' | 'startedOn' | 'finishedOn' | 'kind', string>>(sql`
        select p.name as name, s.started_on as "startedOn", s.finished_on as "finishedOn", s.kind as kind
        from stints s join schools p on p.id = s.school_id
        where s.person_id = ${personId} and s.voided_at is null order by s.started_on, p.name, s.kind`)
      return rows.map(({ name, startedOn, finishedOn }) => [name, startedOn, finishedOn])
    },
    mentorships: () => store.read.select().from(mentorships),
    movesOf: (personId: string) => store.read.select().from(moves).where(sql`person_id = ${personId}`),
    roles: () => store.read.select().from(stintRoles),
  }
}

export type MovingHouse = ReturnType<typeof movingHouse>

/**
 * Where most stories about moving begin: Ana and Ben trained together in Leeds; on 1 December 2025 Ana is new at
 * Ashfield and Ben at Moorside, Priya leads Ashfield and Carys St Hild’s, and Mo is somebody they may come to know.
 */
export async function anasHouse() {
  const house = movingHouse('2025-12-01')
  const a = await house.school('Ashfield')
  const b = await house.school('Moorside')
  const c = await house.school('St Hild’s')
  const ana = await house.person('Ana')
  const ben = await house.person('Ben')
  const mo = await house.person('Mo')
  const leadA = await house.lead('Priya', a)
  const leadC = await house.lead('Carys', c)
  await house.address(ana, 'ana@example.com')
  await house.address(ben, 'ben@example.com')
  const anaAtA = await house.at(ana, a, '2025-09-01', { role: 'new_teacher' })
  await house.at(ben, b, '2025-09-01')
  await house.groupOf('Leeds PGCE Physics 2024-25', '2024-09-02', '2025-06-27', [ana, ben])
  return { house, a, b, c, ana, ben, mo, leadA, leadC, anaAtA }
}
