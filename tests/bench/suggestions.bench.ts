/**
 * How long whom-to-ask takes in SQL: `npx tsx tests/bench/suggestions.bench.ts [people]`. Every third person of the made
 * profession offers a call; 60 people ask. It fails when half of the suggestions take 100 ms or more.
 */
import { insertMany, mentorOffers, mentorPlaces, sql } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import { seedProfession } from '@wirearchy/domain/cast'
import { mayAsk, suggest } from '@wirearchy/domain/mentoring'
import { TOPIC_KEYS } from '@wirearchy/domain/mentoring/input'
import { testHouse } from '@wirearchy/domain/testing'
import { figure } from './measure.ts'

const ASKERS = 60
const LIMIT_MS = 100
const count = Number(process.argv[2] ?? 6000)
const house = testHouse('2026-03-16')
await seedProfession(house.ctx(), { people: count })
const ids = (await house.store.read.rows<{ id: string }>(sql`select id from people order by no`)).map(
  ({ id }) => id,
)
const mentors = ids.filter((_, n) => n % 3 === 0)
const topicOf = (n: number) => TOPIC_KEYS[n % TOPIC_KEYS.length] ?? 'planning'
await house.store.tx(async (tx) => {
  const offer = { phases: ['secondary'], subjects: [], ways: ['online'], openedAt: 1, updatedAt: 1 }
  const offers = mentors.map((personId, n) => ({ ...offer, personId, topics: [topicOf(n), topicOf(n + 4)] }))
  await insertMany(tx, mentorOffers, offers)
  const place = { unit: 'call' as const, places: 2 }
  await insertMany(
    tx,
    mentorPlaces,
    mentors.map((personId) => ({ id: newId(1), personId, ...place })),
  )
})

const wanted = { unit: 'call' as const, ways: ['online' as const], soon: 'fortnight' as const }
const askers = Array.from({ length: ASKERS }, (_, n) => house.as(ids[n * Math.floor(count / ASKERS)] ?? ''))
const ask = (ctx: MemberCtx, n: number) =>
  suggest(ctx, { ...wanted, topics: [topicOf(n)], outsideMySchool: n % 2 === 0 })
const check = (ctx: MemberCtx, n: number) =>
  mayAsk(house.store.read, ctx, mentors[n] ?? '', { unit: 'call', outsideMySchool: false })

async function timesOf(way: (ctx: MemberCtx, n: number) => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < 2; round += 1)
    for (const [n, ctx] of askers.entries()) {
      const before = process.cpuUsage()
      await way(ctx, n)
      const { user, system } = process.cpuUsage(before)
      if (round > 0) times.push((user + system) / 1000)
    }
  times.sort((a, b) => a - b)
  return { p50: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 }
}

const suggesting = await timesOf(ask)
const checking = await timesOf(check)
const shown = await Promise.all(askers.map(ask))
const named = shown.filter((some) => some.length > 0).length
console.log(`
${count} people, ${mentors.length} who offer a call, ${ASKERS} who ask; ${named} of them find somebody.
Milliseconds of processor time, so that a busy machine changes little: p50 / p95.
suggestions: ${figure(suggesting.p50)} / ${figure(suggesting.p95)}
the check on sending: ${figure(checking.p50)} / ${figure(checking.p95)}`)
if (suggesting.p50 >= LIMIT_MS) process.exitCode = 1
await house.close()
