import { connections, ledger, letterLinks, type Tx } from '@wirearchy/db'
import { answer, ask, toAnswer, withdraw } from '@wirearchy/domain/connection'
import { forgetOldTaps, oneTap, type Tap } from '@wirearchy/domain/notice'
import { erase } from '@wirearchy/domain/person'
import { block } from '@wirearchy/domain/safety'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { look, press } from './index.ts'

let house: ReturnType<typeof testHouse>
let [ana, zoe, requestId] = ['', '', '']
beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, zoe] = [await house.person('Ana'), await house.person('Zoë')]
  await house.trainedTogether([ana, zoe])
  await ask(house.as(zoe), { personId: ana, sentence: 'We shared a lab.' })
  requestId = (await toAnswer(house.as(ana)))[0]?.id ?? ''
})
afterEach(() => house.close())

const DAY = 86_400_000
const give = async (more: Partial<Tap> = {}) => {
  const input = { requestId, answer: 'yes' }
  const tap = { personId: ana, act: 'connection.answer', input, ...more }
  return (await house.store.tx((tx: Tx) => oneTap(tx, house.ctx(), tap))).split('/').at(-1) ?? ''
}
const later = (days: number) => ({ ...house.ctx(), now: house.ctx().now + days * DAY })
const ties = () => house.store.read.select().from(connections)
const overFor = async (token: string, ctx = house.ctx()) => {
  const looked = await look(ctx, { token })
  return looked.isOver ? looked.why : null
}

describe('a button in a letter', () => {
  it('says what it will do, and however often it is looked at does nothing', async () => {
    const [yes, no] = [await give(), await give({ input: { requestId, answer: 'no' } })]
    for (let n = 0; n < 5; n += 1)
      expect(await look(house.ctx(), { token: yes })).toEqual({
        ...{ isOver: false, title: 'Say that you and Zoë know each other' },
        ...{ button: 'Yes, we know each other', page: '/notices' },
      })
    expect(await look(house.ctx(), { token: no })).toMatchObject({
      title: 'Say no to Zoë. They are not told.',
    })
    expect([await ties(), (await toAnswer(house.as(ana))).length]).toEqual([[], 1])
  })

  it('does it once for whoever got it, signed in or not, and says so', async () => {
    const token = await give()
    expect((await press(house.as(zoe), { token })).done).toBe('You both say that you know each other.')
    expect(await ties()).toHaveLength(1)
    const entries = await house.store.read.select().from(ledger)
    expect(entries.filter(({ actorId }) => actorId === ana)).not.toEqual([])
    await expect(press(house.ctx(), { token })).rejects.toMatchObject({
      ...{ code: 'gone', message: 'This button has been used: each works once.' },
    })
    expect(await overFor(token)).toMatch(/has been used/)
  })

  it('acts once when it is pressed fifty times at once', async () => {
    const token = await give()
    const presses = await Promise.allSettled(Array.from({ length: 50 }, () => press(house.ctx(), { token })))
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await ties()).toHaveLength(1)
    const entries = await house.store.read.select().from(ledger)
    expect(entries.filter(({ type }) => type === 'connection.made')).toHaveLength(1)
  })

  it('is not used up by a refusal, nor by a process that dies with the act half written', async () => {
    const token = await give()
    const ctx = house.ctx()
    const dying = {
      ...ctx.store,
      tx: <Result>(body: (tx: Tx) => Promise<Result>) =>
        ctx.store.tx(async (tx) => {
          await body(tx)
          throw new Error('killed')
        }),
    }
    await expect(press({ ...ctx, store: dying }, { token })).rejects.toThrow('killed')
    expect([await ties(), await overFor(token)]).toEqual([[], null])
    await press(house.ctx(), { token })
    expect(await ties()).toHaveLength(1)
  })

  it('runs out, and says so and where to go instead', async () => {
    const token = await give({ days: 2 })
    expect(await overFor(token, later(1))).toBeNull()
    expect(await look(later(2), { token })).toMatchObject({ isOver: true, page: '/notices' })
    expect(await overFor(token, later(2))).toMatch(/has run out/)
    await expect(press(later(2), { token })).rejects.toMatchObject({ code: 'gone' })
    for (const days of [91, 93]) await forgetOldTaps(later(days))
    expect(await overFor(token, later(93))).toMatch(/not one of ours/)
  })

  it('of nobody’s, mistyped, or of an act that we do not offer is one and the same answer', async () => {
    const tokens = ['x', 'A'.repeat(43), await give({ act: 'person.erase' }), await give({ act: 'toString' })]
    const answers = await Promise.all(tokens.map((token) => look(house.ctx(), { token })))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    for (const token of tokens)
      await expect(press(house.ctx(), { token })).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('what a button may do is decided when it is pressed', () => {
  it('nothing, and no name, after a block', async () => {
    const token = await give()
    await block(house.as(zoe), { personId: ana })
    const looked = await look(house.ctx(), { token })
    expect(JSON.stringify(looked)).not.toContain('Zoë')
    expect(looked.isOver).toBe(true)
    await expect(press(house.ctx(), { token })).rejects.toMatchObject({ code: 'gone' })
    expect(await ties()).toEqual([])
  })

  it('nothing when the question was taken back or answered by hand', async () => {
    const token = await give()
    await withdraw(house.as(zoe), { requestId })
    expect(await overFor(token)).toMatch(/nothing left to do/)
    await expect(press(house.ctx(), { token })).rejects.toMatchObject({ code: 'gone' })
  })

  it('no more than was done already by the button beside it', async () => {
    const [yes, no] = [await give(), await give({ input: { requestId, answer: 'no' } })]
    await answer(house.as(ana), { requestId, answer: 'yes' })
    await expect(press(house.ctx(), { token: no })).rejects.toMatchObject({ code: 'conflict' })
    await press(house.ctx(), { token: yes })
    expect(await ties()).toHaveLength(1)
  })

  it('nothing with another’s question: a button is for one person and one thing', async () => {
    const token = await give({ personId: await house.person('Ben') })
    expect((await look(house.ctx(), { token })).isOver).toBe(true)
    await expect(press(house.as(ana), { token })).rejects.toMatchObject({ code: 'gone' })
    expect(await ties()).toEqual([])
  })

  it('nothing for whoever has been erased', async () => {
    const token = await give()
    await erase(house.ctx(), { personId: ana, reason: 'She asked for it.' })
    await expect(press(house.ctx(), { token })).rejects.toMatchObject({ code: 'gone' })
  })
})

it('keeps nothing of a button’s address but its SHA-256', async () => {
  const token = await give()
  const rows = await house.store.read.select().from(letterLinks)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(rows[0]?.id).toMatch(/^[0-9a-f]{64}$/)
})
