import { isNull, mails } from '@wirearchy/db'
import { cancelMove, tellMove } from '@wirearchy/domain/stint'
import { anasHouse } from '@wirearchy/domain/stint/testing'
import { expect, it } from 'vitest'
import { choosePaces, sendMail, setQuietHours } from './index.ts'

const NO_QUIET = {
  isOn: false,
  start: 0,
  end: 0,
  weekends: false,
  holidays: false,
  digest: 450,
  digestDay: 1,
}

it('a letter about a move that was called off while it waited is not sent', async () => {
  const { house, c, ana, ben } = await anasHouse()
  await choosePaces(house.as(ben), { moves: 'now' })
  await setQuietHours(house.as(ben), NO_QUIET)
  const telling = { ties: 'now', groups: 'now' } as const
  const plan = { destination: 'school', schoolId: c, startOn: '2026-02-01', telling } as const
  const { moveId } = await house.moves(ana, plan)
  const sent: string[] = []
  const tellThem = () => tellMove(house.ctx(), { payload: { moveId, when: 'now' } })
  const sendAll = async () => {
    const waiting = await house.store.read.select().from(mails).where(isNull(mails.sentAt))
    for (const { id } of waiting.filter(({ kind }) => kind === 'moved'))
      await sendMail(house.ctx(), { payload: { mailId: id } } as never, async ({ to }) => void sent.push(to))
  }
  await tellThem()
  await sendAll()
  expect(sent).toContain('ben@example.com')
  sent.length = 0
  await tellThem()
  await cancelMove(house.as(ana), { moveId })
  await sendAll()
  expect(sent).toEqual([])
  await house.close()
})
