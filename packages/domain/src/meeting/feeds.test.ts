import { blocks } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { erase } from '@wirearchy/domain/person'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cancel, feedFile, feeds, makeFeed, meetingFile, one, revokeFeed, sayHeld } from './index.ts'
import { type MeetingHouse, meetingHouse, readCalendar } from './testing.ts'

let house: MeetingHouse
beforeEach(async () => {
  house = await meetingHouse()
})
afterEach(() => house.close())

const TUESDAY = londonTime('2026-11-24', 930)
const THURSDAY = londonTime('2026-11-26', 930)
const tokenIn = (address = '') => /calendar\/(.*)\.ics$/.exec(address)?.[1] ?? ''
async function newFeed(who: string) {
  const { feedId } = await makeFeed(house.as(who))
  return tokenIn((await feeds(house.as(who))).find(({ id }) => id === feedId)?.address)
}
const read = async (token: string) => readCalendar((await feedFile(house.ctx(), { token })).text)

it('lists what its owner has booked with everybody, and nobody else’s', async () => {
  await house.books(TUESDAY)
  await house.books(THURSDAY, house.ben, house.withBen)
  await house.offers(house.tom, ['2026-11-18 3:45pm'])
  const [toms, anas] = [await newFeed(house.tom), await newFeed(house.ana)]
  expect((await read(toms)).events.map(({ summary }) => summary)).toEqual([
    'Mentoring with Ana',
    'Mentoring with Ben',
  ])
  expect((await read(anas)).events).toMatchObject([{ summary: 'Mentoring with Tom', startsAt: TUESDAY }])
})

it('keeps what was called off, as cancelled, with the number that the letter had', async () => {
  const meetingId = await house.books(TUESDAY)
  await cancel(house.as(house.ana), { mentorshipId: house.withAna, meetingId, reason: null })
  const [event] = (await read(await newFeed(house.tom))).events
  expect(event).toMatchObject({ uid: `${meetingId}@localhost`, sequence: 1, status: 'CANCELLED' })
})

it('looks back two months and ahead one year, and says nothing of what was missed', async () => {
  const meetingId = await house.books(TUESDAY)
  const token = await newFeed(house.ana)
  house.clock('2027-01-20', 540)
  for (const who of [house.ana, house.tom])
    await sayHeld(house.as(who), { mentorshipId: house.withAna, meetingId, said: 'no' })
  expect((await read(token)).events).toMatchObject([{ status: 'CONFIRMED' }])
  house.clock('2027-01-25', 540)
  expect((await read(token)).events).toEqual([])
})

it('answers nothing to an address that was taken back, guessed or bent', async () => {
  const token = await newFeed(house.ana)
  const [id = ''] = token.split('.')
  const bent = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
  for (const wrong of ['', id, `${id}.`, bent, `${newId(1)}.${token.split('.')[1]}`, 'é'.repeat(60)])
    await expect(read(wrong)).rejects.toMatchObject({ code: 'not_found' })
  await expect(feedFile({ ...house.ctx(), secret: 'another' }, { token })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(revokeFeed(house.as(house.tom), { feedId: id })).rejects.toMatchObject({ code: 'not_found' })
  await revokeFeed(house.as(house.ana), { feedId: id })
  await expect(read(token)).rejects.toMatchObject({ code: 'not_found' })
  await expect(revokeFeed(house.as(house.ana), { feedId: id })).rejects.toMatchObject({ code: 'not_found' })
})

it('is one of several, each taken back alone, and shown to its owner only', async () => {
  const [first, second] = [await newFeed(house.ana), await newFeed(house.ana)]
  expect(await feeds(house.as(house.tom))).toEqual([])
  expect(await feeds(house.as(house.ana))).toHaveLength(2)
  await revokeFeed(house.as(house.ana), { feedId: first.split('.')[0] ?? '' })
  await expect(read(second)).resolves.toMatchObject({ events: [] })
  for (let n = 0; n < 9; n += 1) await makeFeed(house.as(house.ana))
  await expect(makeFeed(house.as(house.ana))).rejects.toMatchObject({ code: 'conflict' })
})

it('says nothing of somebody whom either keeps out', async () => {
  await house.books(TUESDAY)
  const [toms, anas] = [await newFeed(house.tom), await newFeed(house.ana)]
  await house.store.tx((tx) =>
    tx.insert(blocks).values({ id: newId(1), blockerId: house.ana, blockedId: house.tom, createdAt: 1 }),
  )
  expect([(await read(toms)).events, (await read(anas)).events]).toEqual([[], []])
})

it('of somebody who is erased answers nobody, and in the other’s they have no name', async () => {
  await house.books(TUESDAY)
  const [toms, anas] = [await newFeed(house.tom), await newFeed(house.ana)]
  await erase(house.ctx(), { personId: house.ana, reason: 'asked' })
  await expect(read(anas)).rejects.toMatchObject({ code: 'not_found' })
  expect((await read(toms)).events).toMatchObject([
    { summary: 'Mentoring', sequence: 1, status: 'CANCELLED' },
  ])
})

it('has the same words, byte for byte, for the same moment, and no word of the two', async () => {
  const meetingId = await house.books(TUESDAY)
  const token = await newFeed(house.ana)
  const now = house.ctx()
  expect(await feedFile(now, { token })).toEqual(await feedFile(now, { token }))
  const { text } = await feedFile(now, { token })
  expect(text.replaceAll('\r\n ', '')).toContain(
    `URL;VALUE=URI:http://localhost:3000/mentoring/${house.withAna}/meetings`,
  )
  const file = await meetingFile(house.as(house.ana), { mentorshipId: house.withAna, meetingId })
  expect(readCalendar(file.text).events).toEqual(readCalendar(text).events)
  expect((await one(house.as(house.ana), { mentorshipId: house.withAna, meetingId })).otherName).toBe('Tom')
})
