import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import {
  mentoringAsks,
  mentoringRequests,
  mentorOffers,
  mentorPlaces,
  openStore,
  sql,
  type Tx,
} from '@wirearchy/db'
import { addDays, dayOf, newId } from '@wirearchy/domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folderFor, houseWith, type Member } from './house.ts'
import { killed } from './program.ts'
import { ask, freePort, startServer } from './server.ts'
import { figure, size } from './sizes.ts'

const ASKERS = size('PRESSES', 200)
const PLACES = 3

const url = `file:${join(folderFor('places'), 'data.db')}`
const servers: ChildProcess[] = []
const requestIds: string[] = []
let ports: number[] = []
let mentor: Member
let others: Member[]

const inStore = async <T>(body: (store: ReturnType<typeof openStore>) => Promise<T>) => {
  const store = openStore(url)
  try {
    return await body(store)
  } finally {
    await store.close()
  }
}

/** Somebody offers three calls, and everybody else has asked for one; and one request has been with all of them. */
async function everybodyAsks(tx: Tx, askers: Member[]) {
  const at = Date.now()
  const offer = { topics: [], phases: [], subjects: [], ways: [], openedAt: at, updatedAt: at }
  for (const { id: personId } of [mentor, ...others]) {
    await tx.insert(mentorOffers).values({ personId, ...offer })
    await tx.insert(mentorPlaces).values({ id: newId(at), personId, unit: 'call', places: PLACES })
  }
  for (const asker of askers) requestIds.push(await asks(tx, asker, [mentor]))
}

async function asks(tx: Tx, asker: Member, mentors: Member[]) {
  const at = Date.now()
  const id = newId(at)
  const what = {
    unit: 'call' as const,
    need: 'Where do I begin?',
    topics: [],
    ways: [],
    soon: 'fortnight' as const,
  }
  await tx.insert(mentoringRequests).values({ id, askerId: asker.id, ...what, createdAt: at })
  for (const [n, one] of mentors.entries()) {
    const turn = { requestId: id, mentorId: one.id, rank: n + 1, askedAt: at, dueOn: addDays(dayOf(at), 7) }
    const state = n === 0 ? ('asked' as const) : ('passed' as const)
    await tx.insert(mentoringAsks).values({ id: newId(at), ...turn, state, createdAt: at })
  }
  return id
}

/** Says yes many times at once, every other time at the other server. @returns how often each status came */
async function yeses(all: { who: Member; requestId: string }[]) {
  const answers = await Promise.all(
    all.map(async ({ who, requestId }, n) => {
      const sent = { input: { requestId }, origin: `http://localhost:${ports[0]}` }
      const answer = await ask(ports[n % 2] as number, who.token, 'request.accept', sent)
      return typeof answer === 'string' ? answer : answer.status
    }),
  )
  return answers.reduce<Record<string, number>>((counts, one) => {
    counts[one] = (counts[one] ?? 0) + 1
    return counts
  }, {})
}

const pairs = (where = sql`1 = 1`) =>
  inStore((store) => store.read.rows(sql`select 1 from mentorships where voided_at is null and ${where}`))

beforeAll(async () => {
  const people = await houseWith(ASKERS + 2, url)
  mentor = people[0] as Member
  others = people.slice(2)
  await inStore((store) => store.tx((tx) => everybodyAsks(tx, people.slice(2))))
  requestIds.push(await inStore((store) => store.tx((tx) => asks(tx, people[1] as Member, others))))
  ports = [await freePort(), await freePort()]
  for (const port of ports) servers.push(await startServer(url, port, `http://localhost:${ports[0]}`))
}, 120_000)
afterAll(async () => {
  for (const server of servers) await killed(server)
})

it(`gives ${PLACES} places to ${PLACES} of ${ASKERS} who ask, when all are accepted at once at two servers`, {
  timeout: 300_000,
}, async () => {
  const went = await yeses(requestIds.slice(0, ASKERS).map((requestId) => ({ who: mentor, requestId })))
  const held = await pairs(sql`mentor_id = ${mentor.id}`)
  figure(
    'ME5 places',
    `${ASKERS} accepted at once over 2 servers for ${PLACES} places: ${held.length} taken (${JSON.stringify(went)})`,
  )
  expect(held).toHaveLength(PLACES)
  expect(went).toEqual({ 200: PLACES, 409: ASKERS - PLACES })
})

it(`gives one request to one of ${ASKERS} mentors who say yes at once at two servers`, {
  timeout: 300_000,
}, async () => {
  const requestId = requestIds[ASKERS] as string
  const went = await yeses(others.map((who) => ({ who, requestId })))
  const held = await pairs(sql`id in (select mentorship_id from mentoring_requests where id = ${requestId})`)
  figure(
    'ME5 one yes',
    `${ASKERS} mentors say yes to one request over 2 servers: ${held.length} is it (${JSON.stringify(went)})`,
  )
  expect(held).toHaveLength(1)
  expect(went[200]).toBe(1)
  expect(Object.keys(went)).toHaveLength(2)
})
