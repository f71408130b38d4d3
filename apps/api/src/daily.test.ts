import type { Ctx } from '@wirearchy/domain'
import { expect, it } from 'vitest'
import { everyDay } from './daily.ts'

it('what one step of the day gets wrong holds up no other, and the job comes back', async () => {
  const done: string[] = []
  const does = (what: string) => async () => done.push(what)
  const fails = async () => {
    throw new Error('A row that nobody expected')
  }
  const day = everyDay({} as Ctx, [does('requests'), fails, does('meetings'), fails, does('letters')])
  await expect(day).rejects.toThrow('A row that nobody expected')
  expect(done).toEqual(['requests', 'meetings', 'letters'])
})
