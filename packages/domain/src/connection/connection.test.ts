import { connectionRequests, connections, eq, mails, notifications } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { giveAccount } from '@wirearchy/domain/account'
import { answer, ask, end, list, prefer, standing, withdraw } from '@wirearchy/domain/connection'
import { notices } from '@wirearchy/domain/job'
import { people, personPage } from '@wirearchy/domain/network'
import { profileOf } from '@wirearchy/domain/person'
import { block, myBlocks, unblock } from '@wirearchy/domain/safety'
import { testHouse } from '@wirearchy/domain/testing'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Ask } from './input.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben, cy] = ['', '', '']
const sentence = 'We shared a lab bench in Leeds.'

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben, cy] = [await house.person('Ana'), await house.person('Ben'), await house.person('Cy')]
  await house.trainedTogether([ana, ben])
})
afterEach(() => house.close())

const asks = (from: string, to: string) => ask(house.as(from), { personId: to, sentence })
const says = (who: string, requestId: string, word: 'yes' | 'no') =>
  answer(house.as(who), { requestId, answer: word })
const rows = () => house.store.read.select().from(connections)

it('connects two people once both have said so, from that day', async () => {
  const { requestId } = await asks(ana, ben)
  expect((await list(house.as(ben))).toAnswer).toMatchObject([{ name: 'Ana', sentence }])
  await says(ben, requestId, 'yes')
  expect((await list(house.as(ana))).connections).toEqual([
    { personId: ben, name: 'Ben', startedOn: '2026-01-05' },
  ])
  expect(await standing(house.as(ben), { personId: ana })).toMatchObject({
    state: 'connected',
    since: '2026-01-05',
  })
})

it('writes to the person who is asked, once, and tells the asker of a yes', async () => {
  await house.store.tx((tx) => giveAccount(tx, house.ctx(), { personId: ben, email: 'ben@example.com' }))
  const { requestId } = await asks(ana, ben)
  expect(await asks(ana, ben)).toEqual({ requestId, state: 'waiting' })
  const letters = await house.store.read.select().from(mails)
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ['ben@example.com', 'Ana would like to say you know each other'],
  ])
  await says(ben, requestId, 'yes')
  const told = await house.store.read.select().from(notifications).where(eq(notifications.personId, ana))
  expect(told.map(({ kind, aboutPersonId }) => [kind, aboutPersonId])).toEqual([['connection.made', ben]])
})

it('sends no letter to somebody who has muted the asker, though the question waits on their page', async () => {
  await house.store.tx((tx) => giveAccount(tx, house.ctx(), { personId: ben, email: 'ben@example.com' }))
  await prefer(house.as(ben), { personId: ana, how: 'muted', isOn: true })
  await asks(ana, ben)
  expect(await house.store.read.select().from(mails)).toEqual([])
  expect((await list(house.as(ben))).toAnswer).toHaveLength(1)
})

it('does not ask a stranger: they are not found', async () => {
  await expect(asks(ana, cy)).rejects.toMatchObject({ code: 'not_found' })
})

it('takes asking somebody who has asked you as a yes', async () => {
  await asks(ana, ben)
  expect(await asks(ben, ana)).toMatchObject({ state: 'accepted' })
  expect(await rows()).toHaveLength(1)
  expect((await list(house.as(ana))).waiting).toEqual([])
})

it('lets a yes come after a no, and answers a second yes as the first', async () => {
  const { requestId } = await asks(ana, ben)
  await says(ben, requestId, 'no')
  expect(await says(ben, requestId, 'yes')).toEqual(await says(ben, requestId, 'yes'))
  expect(await rows()).toHaveLength(1)
  await expect(says(ben, requestId, 'no')).rejects.toMatchObject({ code: 'conflict' })
})

it('lets nobody but the person asked answer, nor anybody but the asker take it back', async () => {
  const { requestId } = await asks(ana, ben)
  for (const who of [ana, cy])
    await expect(says(who, requestId, 'yes')).rejects.toMatchObject({ code: 'not_found' })
  await expect(withdraw(house.as(ben), { requestId })).rejects.toMatchObject({ code: 'not_found' })
  await withdraw(house.as(ana), { requestId })
  expect((await list(house.as(ben))).toAnswer).toEqual([])
  await expect(says(ben, requestId, 'yes')).rejects.toMatchObject({ code: 'gone' })
})

it('keeps a row for each period: ended, and known again later', async () => {
  await says(ben, (await asks(ana, ben)).requestId, 'yes')
  house.itIs('2026-02-01')
  await end(house.as(ben), { personId: ana })
  expect(await standing(house.as(ana), { personId: ben })).toMatchObject({ state: 'none' })
  house.itIs('2026-03-01')
  await says(ana, (await asks(ben, ana)).requestId, 'yes')
  const periods = (await rows()).map(({ startedOn, finishedOn }) => [startedOn, finishedOn])
  expect(periods).toEqual([
    ['2026-01-05', '2026-02-01'],
    ['2026-03-01', null],
  ])
})

it('goes on with a period that was ended and confirmed again on one day', async () => {
  await says(ben, (await asks(ana, ben)).requestId, 'yes')
  await end(house.as(ana), { personId: ben })
  await says(ben, (await asks(ana, ben)).requestId, 'yes')
  expect(
    (await rows()).map(({ startedOn, finishedOn, endedById }) => [startedOn, finishedOn, endedById]),
  ).toEqual([['2026-01-05', null, null]])
})

it('ends on its first day when a clock that ran ahead has been put right since', async () => {
  house.itIs('2026-01-08')
  await says(ben, (await asks(ana, ben)).requestId, 'yes')
  house.itIs('2026-01-05')
  await end(house.as(ana), { personId: ben })
  const periods = (await rows()).map(({ startedOn, finishedOn }) => [startedOn, finishedOn])
  expect(periods).toEqual([['2026-01-08', '2026-01-08']])
})

it('lets a person ask twenty people in a week, and the next one later', async () => {
  const others = []
  for (let i = 0; i < 21; i++) others.push(await house.person(`Person ${i}`))
  await house.trainedTogether([cy, ...others])
  for (const other of others.slice(0, 20)) await asks(cy, other)
  await expect(asks(cy, others[20] as string)).rejects.toMatchObject({ code: 'too_many' })
  house.itIs('2026-01-13')
  expect(await asks(cy, others[20] as string)).toMatchObject({ state: 'waiting' })
})

it('keeps a no for a year: asking again reaches nobody, and the asker cannot tell', async () => {
  const first = await asks(ana, ben)
  await says(ben, first.requestId, 'no')
  await withdraw(house.as(ana), { requestId: first.requestId })
  expect(await asks(ana, ben)).toMatchObject({ state: 'waiting' })
  expect((await list(house.as(ben))).toAnswer).toEqual([])
  house.itIs('2027-02-01')
  await withdraw(house.as(ana), { requestId: (await asks(ana, ben)).requestId })
  await asks(ana, ben)
  expect((await list(house.as(ben))).toAnswer).toHaveLength(1)
})

it('keeps pins, mutes and hiding to one’s own page', async () => {
  expect(await prefer(house.as(ana), { personId: ben, how: 'pinned', isOn: true })).toMatchObject({
    pinned: true,
  })
  expect(await prefer(house.as(ana), { personId: ben, how: 'hidden', isOn: true })).toEqual({
    pinned: true,
    muted: false,
    hidden: true,
  })
  expect((await standing(house.as(ben), { personId: ana })).preference.hidden).toBe(false)
})

it('asks for a sentence of 300 characters or fewer, without hidden characters', () => {
  expect(Ask.safeParse({ personId: ana, sentence: '  ' }).success).toBe(false)
  expect(Ask.safeParse({ personId: ana, sentence: 'x'.repeat(301) }).success).toBe(false)
  expect(Ask.parse({ personId: ana, sentence: ' Lab\u202e bench ' }).sentence).toBe('Lab bench')
})

/** What an asker can do after asking, in some order; the person asked has said no in one world, nothing in the other. */
const askerActs = [
  'ask',
  'withdraw',
  'list',
  'standing',
  'pages',
  'end',
  'block and unblock',
  'later',
] as const

it('gives an asker the same answers whether they were declined or not answered', async () => {
  const seed = Number(process.env.SEED)
  console.log(`fast-check seed ${seed}`)
  const acts = fc.array(fc.constantFrom(...askerActs), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      expect(await story(list, true)).toEqual(await story(list, false))
    }),
    { seed, numRuns: 20 },
  )
}, 60_000)

async function story(acts: readonly (typeof askerActs)[number][], declined: boolean) {
  const world = testHouse('2026-01-05')
  const [asker, asked] = [await world.person('Asker'), await world.person('Asked')]
  await world.trainedTogether([asker, asked])
  const me = () => world.as(asker)
  const other = { personId: asked }
  const first = await ask(me(), { ...other, sentence })
  if (declined) await answer(world.as(asked), { requestId: first.requestId, answer: 'no' })
  const ids: string[] = [first.requestId]
  const told: unknown[] = []
  const attempt = async (act: (typeof askerActs)[number]) => {
    if (act === 'ask') ids.push((await ask(me(), { ...other, sentence })).requestId)
    if (act === 'withdraw') return withdraw(me(), { requestId: ids.at(-1) as string })
    if (act === 'list') return list(me())
    if (act === 'standing') return standing(me(), other)
    if (act === 'pages') return pages(me(), asked)
    if (act === 'end') return end(me(), other)
    if (act === 'later') world.itIs(nextMonth(world.today()))
    if (act !== 'block and unblock') return act
    await block(me(), other)
    return unblock(me(), other)
  }
  for (const act of [...acts, 'list', 'standing', 'pages'] as const) {
    told.push(await attempt(act).catch((problem) => [problem.code, problem.message]))
  }
  await world.close()
  return JSON.parse(JSON.stringify(told), (key, value) => plain(key, value, ids, asked))
}

/** Everything else the asker can read that speaks of the person asked, or of what happened. */
const pages = (ctx: MemberCtx, id: string) =>
  Promise.all([notices(ctx), people(ctx, {}), personPage(ctx, { id }), profileOf(ctx, { id }), myBlocks(ctx)])

/** Ids and clock ticks differ between two worlds; which request it is does not. */
function plain(key: string, value: unknown, ids: string[], asked: string) {
  if (value === asked) return 'asked'
  if (key === 'askedAt') return new Date(value as number).toISOString().slice(0, 16)
  if (typeof value !== 'string') return value
  return ids.includes(value)
    ? `request ${ids.indexOf(value)}`
    : value.replace(/[0-9a-f]{8}(-[0-9a-f]{4,12}){4}/g, 'id')
}

const nextMonth = (today: string) => new Date(Date.parse(today) + 31 * 86_400_000).toISOString().slice(0, 10)

it('never lets a request be answered twice over by its rows', async () => {
  const { requestId } = await asks(ana, ben)
  await Promise.all([
    says(ben, requestId, 'yes'),
    says(ben, requestId, 'yes'),
    asks(ben, ana).catch(() => null),
  ])
  expect(await rows()).toHaveLength(1)
  const states = await house.store.read.select({ state: connectionRequests.state }).from(connectionRequests)
  expect(states).toEqual([{ state: 'accepted' }])
})
