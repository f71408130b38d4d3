import {
  and,
  eq,
  establishmentLinks,
  establishments,
  type Store,
  schoolChanges,
  schoolEstablishments,
  schools,
  sql,
  stints,
} from '@wirearchy/db'
import { addDays, type Ctx, type Day, newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import { followPresentRow } from '@wirearchy/domain/school'
import { importStint, move } from '@wirearchy/domain/stint'
import { Move } from '@wirearchy/domain/stint/input'
import { testHouse } from '@wirearchy/domain/testing'
import type { RegisterRow } from './classify.ts'
import { closeOverdue, followRegister, settleStay, unsettledStays } from './index.ts'
import type { SettleStay } from './input.ts'

type Facts = Partial<Omit<RegisterRow, 'ref'>> & { town?: string }

/**
 * The official register for a test: rows and links as a file would tell them, kept as the imports keep them, without a
 * file. `followRegister` then works out what follows.
 * @param ctx asked whenever something is written
 */
export function testRegister(store: Store, ctx: () => Ctx) {
  const rowOf = async (ref: string) => {
    const [row] = await store.read.select().from(establishments).where(eq(establishments.ref, ref))
    return row
  }
  return {
    /**
     * A row of the register: new, or with other facts than before.
     * @param schoolId the school it is of, when there is one already; else a school is made for it
     * @returns the id of the school that was made for it, or given
     */
    row: async (ref: string, facts: Facts = {}, schoolId?: string): Promise<string> => {
      const before = await rowOf(ref)
      const told = { name: `School ${ref}`, status: 'open' as const, ...facts }
      if (before) {
        await store.tx(async (tx) => {
          await tx.update(establishments).set(facts).where(eq(establishments.ref, ref))
          const [link] = await tx.select().from(schoolEstablishments).where(eq(schoolEstablishments.ref, ref))
          if (link?.untilOn === null) await followPresentRow(tx, link.schoolId)
        })
        return schoolId ?? ''
      }
      const seen = { statusTold: told.status, rowHash: ref, firstSeenImport: 'test', lastSeenImport: 'test' }
      return store.tx(async (tx) => {
        const id = schoolId ?? newId(ctx().now)
        const school = { id, no: await nextNo(tx, 'schools'), name: told.name, createdAt: ctx().now }
        if (!schoolId) await tx.insert(schools).values(school)
        await tx.insert(establishments).values({ scheme: 'gias', ref, ...told, ...seen })
        await tx
          .insert(schoolEstablishments)
          .values({ schoolId: id, scheme: 'gias', ref, fromOn: facts.openedOn ?? null })
        await followPresentRow(tx, id)
        return id
      })
    },
    /** The register says that a school has closed, with that day as its last. */
    closes: (ref: string, closedOn: Day | null) =>
      store.tx(async (tx) => {
        await tx.update(establishments).set({ status: 'closed', closedOn }).where(eq(establishments.ref, ref))
        const [link] = await tx.select().from(schoolEstablishments).where(eq(schoolEstablishments.ref, ref))
        if (link?.untilOn === null) await followPresentRow(tx, link.schoolId)
      }),
    /** A link from one row to another; both rows may tell it. */
    link: (fromRef: string, toRef: string, linkType = 'Successor', establishedOn: Day | null = null) =>
      store.tx(async (tx) => {
        const seen = { firstSeenImport: 'test', lastSeenImport: 'test', removedAt: null }
        const key = [establishmentLinks.fromRef, establishmentLinks.toRef, establishmentLinks.linkType]
        await tx
          .insert(establishmentLinks)
          .values({ fromRef, toRef, linkType, establishedOn, ...seen })
          .onConflictDoUpdate({ target: key, set: { establishedOn, removedAt: null } })
      }),
    /** A newer file has the link no more. */
    unlink: (fromRef: string, toRef: string) =>
      store.tx(async (tx) => {
        await tx
          .update(establishmentLinks)
          .set({ removedAt: ctx().now })
          .where(and(eq(establishmentLinks.fromRef, fromRef), eq(establishmentLinks.toRef, toRef)))
      }),
  }
}

export type TestRegister = ReturnType<typeof testRegister>

type Role = 'teacher' | 'mentor' | 'new_teacher'

/** A small house with a register, for stories about what happens to schools. */
export function changeHouse(startsOn: Day) {
  const house = testHouse(startsOn)
  const { store } = house
  const register = testRegister(store, () => house.ctx())
  const rows = <Row>(query: ReturnType<typeof sql>) => store.read.rows<Row>(query)
  return {
    ...house,
    register,
    daysAfter: addDays,
    follow: () => followRegister(house.ctx()),
    /** What the daily job does of schools. */
    daily: async () => {
      await followRegister(house.ctx())
      return closeOverdue(house.ctx())
    },
    /** Somebody with a confirmed stay at a school. */
    at: async (
      name: string,
      schoolId: string,
      startedOn: Day,
      role: Role = 'teacher',
      finishedOn: Day | null = null,
    ) => {
      const personId = await house.person(name)
      const stay = { personId, schoolId, kind: 'employed' as const, role, startedOn, finishedOn }
      await store.tx((tx) => importStint(tx, house.ctx(), stay))
      return personId
    },
    moves: (personId: string, schoolId: string, startOn: Day, leaveOn?: Day) =>
      move(house.as(personId), Move.parse({ destination: 'school', schoolId, startOn, leaveOn })),
    unsettled: (personId: string) => unsettledStays(store.read, personId, house.today()),
    /** Answers for the first stay of which something is asked. */
    settle: async (personId: string, answer: SettleStay['answer'], on?: Day) => {
      const [asked] = await unsettledStays(store.read, personId, house.today())
      const stintId = asked?.stintId ?? ''
      return store.tx((tx) => settleStay(tx, house.as(personId), { personId, stintId, answer, on }))
    },
    /** Live stays as [school's name, first day, last day], by start. */
    stays: async (personId: string) => {
      const found = await rows<Record<'name' | 'startedOn' | 'finishedOn', string>>(sql`
        select p.name as name, s.started_on as "startedOn", s.finished_on as "finishedOn" from stints s
        join schools p on p.id = s.school_id
        where s.person_id = ${personId} and s.voided_at is null order by s.started_on, p.name`)
      return found.map(({ name, startedOn, finishedOn }) => [name, startedOn, finishedOn])
    },
    schoolsOf: async (personId: string) =>
      (
        await rows<{ id: string }>(
          sql`select school_id as id from stints where person_id = ${personId} and voided_at is null order by started_on`,
        )
      ).map(({ id }) => id),
    rolesOf: async (personId: string) =>
      (
        await rows<{
          role: string
        }>(sql`select r.role as role from stint_roles r join stints s on s.id = r.stint_id
          where s.person_id = ${personId} and r.voided_at is null order by r.started_on, r.role`)
      ).map(({ role }) => role),
    stints: () => store.read.select().from(stints).orderBy(stints.no),
    voided: () => rows(sql`select id from stints where voided_at is not null`),
    changes: () => store.read.select().from(schoolChanges).orderBy(schoolChanges.id),
  }
}

export type ChangeHouse = ReturnType<typeof changeHouse>
