import { sendMail } from '@wirearchy/domain/notice'
import { postHouse } from '@wirearchy/domain/notice/testing'
import { expect, it } from 'vitest'
import { outbox } from './index.ts'

it('shows every letter of the demo with what became of it, and until when it waits', async () => {
  const house = postHouse('2026-11-20')
  const ana = await house.member('Ana')
  const work = () => house.work(house.handlers, { demo: true })
  await house.write(ana, 'meeting_booked')
  await work()
  house.clock('2026-11-20', 18 * 60 + 1)
  await house.write(ana, 'meeting_moved')
  await house.write(ana, 'moved')
  await work()
  const shown = async () => {
    const { letters } = await outbox({ ...house.ctx(), demo: true }, {})
    return letters.map(({ kind, stage }) => [kind, stage])
  }
  expect(await shown()).toEqual([
    ['moved', 'Waits to go in a bundle with others, until Monday 23 November 2026, 7:30am.'],
    ['meeting_moved', 'Waits, until Monday 23 November 2026, 7am.'],
    ['meeting_booked', 'Sent.'],
  ])
  await house.untilInstant(Date.UTC(2026, 10, 23, 12), {
    ...house.handlers,
    mail: (ctx, job) => sendMail({ ...ctx, demo: true }, job, async () => {}),
  })
  expect(await shown()).toEqual([
    ['digest', 'A bundle, sent.'],
    ['moved', 'Sent as a line of a bundle.'],
    ['meeting_moved', 'Sent.'],
    ['meeting_booked', 'Sent.'],
  ])
  await expect(outbox(house.ctx(), {})).rejects.toMatchObject({ code: 'not_found' })
  await house.close()
})
