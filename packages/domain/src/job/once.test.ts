import { Problem } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetOldAnswers, once } from './index.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse()
})
afterEach(() => house.close())

const press = (
  key: string | undefined,
  act: () => Promise<unknown>,
  who: string | null = 'ana',
  verb = 'stint.move',
) => house.store.tx((tx) => once(tx, house.ctx(who), { key, verb }, act))

describe('a form sent twice', () => {
  it('does one thing, and both get the first one’s answer', async () => {
    let count = 0
    const act = async () => {
      count += 1
      return { moveId: `move ${count}` }
    }
    const answers = await Promise.all([press('k', act), press('k', act), press('k', act)])
    expect([answers, count]).toEqual([[{ moveId: 'move 1' }, { moveId: 'move 1' }, { moveId: 'move 1' }], 1])
  })

  it('may be corrected and sent again after a refusal', async () => {
    const refuse = () => Promise.reject(new Problem('bad_input', 'Choose a day.'))
    await expect(press('k', refuse)).rejects.toThrow('Choose a day.')
    expect(await press('k', async () => 'done')).toBe('done')
  })

  it('by two people, in two forms or without a key is two things', async () => {
    let count = 0
    const act = async () => {
      count += 1
      return count
    }
    await press('k', act, 'ana')
    await press('k', act, 'ben')
    await press('k', act, 'ana', 'stint.undo')
    await press(undefined, act)
    await press('', act)
    expect(count).toBe(5)
  })

  it('is remembered for a week', async () => {
    let count = 0
    const act = async () => {
      count += 1
      return count
    }
    await press('k', act)
    const week = 7 * 24 * 60 * 60_000
    await house.store.tx((tx) =>
      forgetOldAnswers(tx, { ...house.ctx(), now: house.ctx().now + week - 60_000 }),
    )
    expect(await press('k', act)).toBe(1)
    await house.store.tx((tx) =>
      forgetOldAnswers(tx, { ...house.ctx(), now: house.ctx().now + week + 60_000 }),
    )
    expect(await press('k', act)).toBe(2)
  })
})
