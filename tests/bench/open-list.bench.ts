/**
 * How long a mentor's own page takes to say what waits: `npx tsx tests/bench/open-list.bench.ts [people] [requests]`.
 * Every third person of the made profession offers a call; as many requests as said stand on the open list, and 3,000
 * were answered before. Each of 60 mentors looks. It fails when half of the looks take 50 ms or more.
 */
import { insertMany, mentoringAsks, mentoringRequests, mentorOffers, mentorPlaces, sql } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import { seedProfession } from '@wirearchy/domain/cast'
import { mayAsk, typicalWait } from '@wirearchy/domain/mentoring'
import { requestsToMe, requestsWaiting } from '@wirearchy/domain/request'
import { testHouse } from '@wirearchy/domain/testing'
import { figure } from './measure.ts'

const LOOKING = 60
const LIMIT_MS = 50
const ANSWERED = 3000
const DAY_MS = 86_400_000
const [count, many] = [Number(process.argv[2] ?? 6000), Number(process.argv[3] ?? 300)]
const house = testHouse('2026-03-16')
await seedProfession(house.ctx(), { people: count })
const { read } = house.store
const ids = (await read.rows<{ id: string }>(sql`select id from people order by no`)).map(({ id }) => id)
const mentors = ids.filter((_, n) => n % 3 === 0)
const askers = ids.filter((_, n) => n % 3 === 1)
const { now } = house.ctx()
const request = (n: number, createdAt: number) => ({
  ...{ id: newId(createdAt), askerId: askers[(n * 7) % askers.length] ?? '', createdAt },
  ...{ unit: 'call' as const, need: 'Year 9.', topics: [], ways: [], soon: 'fortnight' as const },
})
await house.store.tx(async (tx) => {
  const offer = { topics: [], phases: [], subjects: [], ways: ['online'], openedAt: 1, updatedAt: 1 }
  await insertMany(
    tx,
    mentorOffers,
    mentors.map((personId) => ({ ...offer, personId })),
  )
  const place = { unit: 'call' as const, places: 2 }
  await insertMany(
    tx,
    mentorPlaces,
    mentors.map((personId) => ({ id: newId(1), personId, ...place })),
  )
  const listed = { listedAt: now, listDueOn: '2026-03-23' }
  const open = Array.from({ length: many }, (_, n) => ({ ...request(n, now), ...listed }))
  await insertMany(tx, mentoringRequests, open)
  const over = Array.from({ length: ANSWERED }, (_, n) => ({
    ...request(n, now - (n % 700) * DAY_MS),
    state: 'unanswered' as const,
  }))
  await insertMany(tx, mentoringRequests, over)
  const answers = over.map(({ id, createdAt }, n) => ({
    ...{ id: newId(createdAt), requestId: id, mentorId: mentors[n % mentors.length] ?? '', rank: 1 },
    ...{ state: 'declined' as const, askedAt: createdAt, answeredAt: createdAt + DAY_MS, createdAt },
  }))
  await insertMany(tx, mentoringAsks, answers)
})

const looking = Array.from({ length: LOOKING }, (_, n) => house.as(mentors[n * 33] ?? ''))
/** One question for each request that stands there, as it was before there was one for all. */
const oneByOne = async (ctx: MemberCtx) => {
  const rows = await read.rows<{ askerId: string }>(sql`
    select asker_id as "askerId" from mentoring_requests where state = 'open' order by listed_at, id limit 50`)
  for (const { askerId } of rows)
    await mayAsk(read, house.as(askerId), ctx.viewer, { unit: 'call', outsideMySchool: false })
}

async function timesOf(way: (ctx: MemberCtx) => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < 2; round += 1)
    for (const ctx of looking) {
      const before = process.cpuUsage()
      await way(ctx)
      const { user, system } = process.cpuUsage(before)
      if (round > 0) times.push((user + system) / 1000)
    }
  times.sort((a, b) => a - b)
  return { p50: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 }
}

const said = ({ p50, p95 }: { p50: number; p95: number }) => `${figure(p50)} / ${figure(p95)}`
const waiting = await timesOf(requestsWaiting)
const shown = (await requestsWaiting(looking[0] as MemberCtx)).listed
console.log(`
${count} people, ${mentors.length} who offer a call, ${many} requests on the open list; the first sees ${shown} of them.
Milliseconds of processor time, so that a busy machine changes little: p50 / p95.
what waits for me: ${said(waiting)}
all requests to me, by name: ${said(await timesOf(requestsToMe))}
the first 50 asked about one by one: ${said(await timesOf(oneByOne))}
the usual wait: ${said(await timesOf((ctx) => typicalWait(ctx, { unit: 'call' })))}`)
if (waiting.p50 >= LIMIT_MS) process.exitCode = 1
await house.close()
