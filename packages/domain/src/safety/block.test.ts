import { and, connectionRequests, connections, eq, ledger, sql } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { answer, ask, list, prefer, standing } from '@wirearchy/domain/connection'
import { careerLine, profileOf, viewAs } from '@wirearchy/domain/person'
import { block, myBlocks, unblock, whom } from '@wirearchy/domain/safety'
import { testHouse } from '@wirearchy/domain/testing'
import { canSee, visibleStints } from '@wirearchy/domain/visibility'
import { afterEach, beforeEach, expect, it } from 'vitest'

let house: ReturnType<typeof testHouse>
let [ana, dan, cy] = ['', '', '']

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, dan, cy] = [await house.person('Ana'), await house.person('Dan'), await house.person('Cy')]
  await house.trainedTogether([ana, dan])
})
afterEach(() => house.close())

const blocks = (who: string, personId: string) => block(house.as(who), { personId })
const connect = async () => {
  const { requestId } = await ask(house.as(dan), { personId: ana, sentence: 'We trained together.' })
  await answer(house.as(ana), { requestId, answer: 'yes' })
}

/** Every way of reading or reaching somebody, by the one who looks: each must say what it says of nobody. */
const waysTo = (viewer: string, other: string) => {
  const [ctx, of] = [house.as(viewer), { personId: other }]
  return {
    profileOf: () => profileOf(ctx, { id: other }),
    careerLine: () => careerLine(ctx, { id: other }),
    viewAs: () => viewAs(ctx, of),
    standing: () => standing(ctx, of),
    ask: () => ask(ctx, { ...of, sentence: 'Hello.' }),
    prefer: () => prefer(ctx, { ...of, how: 'pinned' as const, isOn: true }),
  }
}

it('takes both people out of each other’s reach in every way there is, in the words said of nobody', async () => {
  await connect()
  await blocks(ana, dan)
  for (const [viewer, other] of [
    [ana, dan],
    [dan, ana],
  ] as const) {
    for (const [way, reach] of Object.entries(waysTo(viewer, other))) {
      const refusal = await reach().catch((problem) => problem)
      const ofNobody = await waysTo(viewer, cy)
        [way as 'ask']()
        .catch((problem) => problem)
      expect([way, refusal.code, refusal.message]).toEqual([way, 'not_found', ofNobody.message])
    }
    expect(await list(house.as(viewer))).toEqual({ toAnswer: [], waiting: [], connections: [] })
    expect(await house.store.read.rows(sql`${visibleStints(house.as(viewer))}`)).toEqual([])
  }
})

it('keeps the connection as history that neither sees, and gives it back when the block is lifted', async () => {
  await connect()
  await blocks(ana, dan)
  expect(await house.store.read.$count(connections)).toBe(1)
  await unblock(house.as(ana), { personId: dan })
  expect((await list(house.as(dan))).connections).toMatchObject([{ name: 'Ana' }])
})

it('closes what they had asked of each other, in silence, and it stays closed', async () => {
  const { requestId } = await ask(house.as(dan), { personId: ana, sentence: 'We trained together.' })
  await blocks(ana, dan)
  await expect(answer(house.as(ana), { requestId, answer: 'yes' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await unblock(house.as(ana), { personId: dan })
  expect((await list(house.as(ana))).toAnswer).toEqual([])
  expect((await list(house.as(dan))).waiting).toHaveLength(1)
})

it('names the blocked person to the one who blocked, and to nobody else', async () => {
  await blocks(ana, dan)
  expect(await myBlocks(house.as(ana))).toMatchObject([{ personId: dan, name: 'Dan' }])
  expect([await myBlocks(house.as(dan)), await myBlocks(house.as(cy))]).toEqual([[], []])
})

it('21. a block holds when they meet again in another group', async () => {
  await blocks(ana, dan)
  await house.trainedTogether([ana, dan, cy], { startedOn: '2026-01-01', finishedOn: '2026-07-17' })
  expect([await canSee(house.as(ana), dan), await canSee(house.as(dan), ana)]).toEqual([false, false])
  expect([await canSee(house.as(ana), cy), await canSee(house.as(dan), cy)]).toEqual([true, true])
})

it('blocks once, however often it is pressed, and keeps each later block as its own row', async () => {
  await Promise.all([blocks(ana, dan), blocks(ana, dan)])
  await unblock(house.as(ana), { personId: dan })
  await blocks(ana, dan)
  const made = and(eq(ledger.type, 'block.made'), eq(ledger.personId, ana))
  expect(await house.store.read.$count(ledger, made)).toBe(2)
})

it('stands while either of two blocks stands', async () => {
  await blocks(ana, dan)
  await expect(blocks(dan, ana)).rejects.toMatchObject({ code: 'not_found' })
  await unblock(house.as(ana), { personId: dan })
  await Promise.all([blocks(ana, dan), blocks(dan, ana).catch(() => null)])
  await unblock(house.as(ana), { personId: dan })
  const theirs = await myBlocks(house.as(dan))
  expect(await canSee(house.as(ana), dan)).toBe(theirs.length === 0)
})

it('lets somebody out of sight be kept out once they ask something, as by an invitation', async () => {
  await expect(blocks(ana, cy)).rejects.toMatchObject({ code: 'not_found' })
  await house.store.tx(async (tx) => {
    const asked = { id: newId(house.ctx().now), fromId: cy, toId: ana, sentence: 'I invited you here.' }
    await tx.insert(connectionRequests).values({ ...asked, createdAt: house.ctx().now })
  })
  expect((await list(house.as(ana))).toAnswer).toMatchObject([{ name: 'Cy', hasPage: false }])
  expect(await whom(house.as(ana), { personId: cy })).toEqual({ name: 'Cy' })
  await blocks(ana, cy)
  expect((await list(house.as(ana))).toAnswer).toEqual([])
})

it('finds nobody to block among strangers, and nobody to let back in who was never kept out', async () => {
  await expect(blocks(ana, cy)).rejects.toMatchObject({ code: 'not_found' })
  await expect(unblock(house.as(ana), { personId: dan })).rejects.toMatchObject({ code: 'not_found' })
  await expect(blocks(ana, ana)).rejects.toMatchObject({ code: 'bad_input' })
})
