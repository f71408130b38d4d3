import type { Tx } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AlreadyDone, answerTo, forgetOldAnswers, keepAnswer, onceStore, type Press } from './index.ts'

let house: ReturnType<typeof testHouse>
let count = 0
beforeEach(() => {
  house = testHouse()
  count = 0
})
afterEach(() => house.close())

const aPress = (other: Partial<Press> = {}): Press => ({
  ...{ viewer: 'ana', verb: 'stint.move', input: { startOn: '2026-01-05' }, key: 'one-form' },
  ...other,
})
const act = async (_: Tx) => {
  count += 1
  return { moveId: `move ${count}` }
}
const press = (other: Partial<Press> = {}, body: (tx: Tx) => Promise<unknown> = act) =>
  onceStore(house.store, aPress(other), house.ctx()).tx(body)

describe('one press of a button', () => {
  it('acts once however often it is sent, and the others are told the first one’s answer', async () => {
    const sent = await Promise.allSettled([press(), press(), press()])
    expect(count).toBe(1)
    expect(sent.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    for (const one of sent.slice(1) as PromiseRejectedResult[]) {
      expect(one.reason).toBeInstanceOf(AlreadyDone)
      expect(one.reason.answer).toEqual({ moveId: 'move 1' })
    }
    expect(await answerTo(house.store, aPress())).toEqual({ answer: { moveId: 'move 1' } })
  })

  it('may be corrected and sent again after a refusal', async () => {
    const refuse = () => Promise.reject(new Problem('bad_input', 'Choose a day.'))
    await expect(press({}, refuse)).rejects.toThrow('Choose a day.')
    expect(await press()).toEqual({ moveId: 'move 1' })
  })

  it('is another one by another person, with another button, other answers or another copy of the form', async () => {
    await press()
    await press({ viewer: 'ben' })
    await press({ verb: 'stint.undo' })
    await press({ input: { startOn: '2026-01-06' } })
    await press({ key: 'another-form' })
    expect(count).toBe(5)
  })

  it('is one transaction: what stays when it is refused is aside, and what follows from it is no act', async () => {
    const store = onceStore(house.store, aPress(), house.ctx())
    await store.tx(async () => 'counted', 'aside')
    expect(store.kept()).toBeNull()
    await store.tx(act)
    await store.tx(async () => 'carried on')
    expect(store.kept()).toEqual({ answer: { moveId: 'move 1' } })
    await expect(press()).rejects.toBeInstanceOf(AlreadyDone)
  })

  it('is remembered for a week, with what the verb made of its answer', async () => {
    await press()
    await keepAnswer(house.store, aPress(), { moved: true })
    const week = 7 * 24 * 60 * 60_000
    const forget = (now: number) => house.store.tx((tx) => forgetOldAnswers(tx, { ...house.ctx(), now }))
    await forget(house.ctx().now + week - 60_000)
    expect(await answerTo(house.store, aPress())).toEqual({ answer: { moved: true } })
    await forget(house.ctx().now + week + 60_000)
    expect(await answerTo(house.store, aPress())).toBeNull()
  })
})
