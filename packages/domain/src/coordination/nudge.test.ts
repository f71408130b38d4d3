import { agreements, notifications } from '@wirearchy/db'
import { endPause, startPause } from '@wirearchy/domain/person'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { board, nudgePairs, nudgesToMe, remindPairs } from './index.ts'
import { type BoardHouse, boardHouse } from './testing.ts'

let house: BoardHouse
let programmeId: string
let mo: string
let ana: string
beforeEach(async () => {
  house = await boardHouse('2025-11-03')
  programmeId = await house.programme(house.margaret, { groupId: house.groupId })
  mo = await house.teacher('Mo')
  ana = await house.teacher('Ana')
})
afterEach(() => house.close())

const sentOn = async (day: string) => {
  house.itIs(day)
  const before = (await house.letters()).length
  await remindPairs(house.ctx())
  const fresh = (await house.letters()).slice(before)
  return fresh.map(({ to, kind }) => `${to.split('@')[0]} ${kind}`).sort()
}
const both = (kind: string) => [`ana ${kind}`, `mo ${kind}`]
const press = (mentorshipId?: string, viewer = house.margaret) =>
  nudgePairs(house.as(viewer), { id: programmeId, ...(mentorshipId ? { mentorshipId } : {}) })

describe('the house', () => {
  it('reminds each side once when the first meeting is not booked after five school days', async () => {
    await house.pair(mo, ana, '2025-10-22', { programmeId })
    expect(await sentOn('2025-11-03')).toEqual([])
    expect(await sentOn('2025-11-04')).toEqual([])
    expect(await sentOn('2025-11-05')).toEqual(both('nudge_unbooked'))
    expect(await sentOn('2025-11-05')).toEqual([])
    for (const later of ['2025-11-19', '2025-12-15', '2026-02-02']) expect(await sentOn(later)).toEqual([])
    const letter = (await house.letters())[0]
    expect(letter?.text).toContain('/finish')
  })

  it('reminds nobody of a meeting that is booked, or was and nobody has said how it went', async () => {
    const id = await house.pair(mo, ana, '2025-11-03')
    await house.meeting(id, '2025-11-14', { state: 'booked' })
    expect(await sentOn('2025-11-12')).toEqual([])
    expect(await sentOn('2025-11-17')).toEqual([])
  })

  it('asks each once when it was quiet for twice the rhythm, and again only after they met', async () => {
    const id = await house.pair(mo, ana, '2025-09-08')
    await house.rhythm(id, 'weekly')
    await house.meeting(id, '2025-10-10')
    expect(await sentOn('2025-11-03')).toEqual(both('nudge_quiet'))
    expect(await sentOn('2025-12-01')).toEqual([])
    await house.meeting(id, '2025-12-02')
    expect(await sentOn('2025-12-16')).toEqual([])
    expect(await sentOn('2025-12-17')).toEqual(both('nudge_quiet'))
  })

  it('leaves alone who is on a break, and a pair with a block between them', async () => {
    const zoe = await house.teacher('Zoë')
    await house.pair(mo, ana, '2025-09-08')
    await house.pair(mo, zoe, '2025-09-08')
    await startPause(house.as(ana), { startedOn: '2025-11-03', expectedReturnOn: null, audience: 'only_me' })
    await block(house.as(zoe), { personId: mo })
    expect(await sentOn('2025-11-10')).toEqual([])
    await endPause(house.as(ana), { finishedOn: '2025-11-10' })
    expect(await sentOn('2025-11-11')).toEqual(both('nudge_unbooked'))
  })

  it('asks each once whether to end a question or a call that is past its day, and leaves it at that', async () => {
    const id = await house.pair(mo, ana, '2025-09-08', { unit: 'call' })
    await house.meeting(id, '2025-09-10')
    expect(await sentOn('2025-10-06')).toEqual([])
    expect(await sentOn('2025-10-07')).toEqual(both('nudge_quiet'))
    for (const later of ['2025-10-23', '2025-12-01', '2026-02-02']) expect(await sentOn(later)).toEqual([])
  })

  it('asks nobody whether to end a call past its day while the two still meet', async () => {
    const id = await house.pair(mo, ana, '2025-09-08', { unit: 'call' })
    await house.meeting(id, '2025-10-03')
    expect(await sentOn('2025-10-17')).toEqual([])
    expect(await sentOn('2025-10-20')).toEqual(both('nudge_quiet'))
  })
})

describe('two who begin anew', () => {
  it('have their time from then on, and are asked anew once it is over', async () => {
    await house.meeting(await house.pair(mo, ana, '2025-09-08', { unit: 'call' }), '2025-09-10')
    expect(await sentOn('2025-10-07')).toEqual(both('nudge_quiet'))
    house.itIs('2025-11-24')
    await house.pair(mo, ana, '2025-11-24', { unit: 'half_term' })
    for (const soon of ['2025-11-25', '2025-12-19']) expect(await sentOn(soon)).toEqual([])
    expect(await sentOn('2026-01-09')).toEqual(both('nudge_quiet'))
    expect(await sentOn('2026-01-30')).toEqual([])
  })

  it('are asked nothing of a day that was never said', async () => {
    await house.meeting(await house.pair(mo, ana, '2025-09-08', { unit: 'call' }), '2025-09-10')
    await house.store.tx((tx) => tx.update(agreements).set({ expectedFinishOn: null }))
    for (const day of ['2025-10-07', '2026-03-02']) expect(await sentOn(day)).toEqual([])
  })
})

describe('whoever looks after a programme', () => {
  it('reminds all that wait or are quiet in one press, each side once a fortnight', async () => {
    const ben = await house.teacher('Ben')
    await house.pair(mo, ana, '2025-11-03', { programmeId })
    await house.meeting(await house.pair(mo, ben, '2025-11-03', { programmeId }), '2025-11-03')
    expect(await press()).toEqual({ nudged: 1, left: 0 })
    expect(await press()).toEqual({ nudged: 0, left: 1 })
    expect((await house.letters()).map(({ to }) => to).sort()).toEqual(['ana@example.com', 'mo@example.com'])
    house.itIs('2025-11-14')
    expect(await press()).toEqual({ nudged: 0, left: 1 })
    house.itIs('2025-11-17')
    expect(await press()).toEqual({ nudged: 1, left: 0 })
  })

  it('has forty pairs on one page, and reminds all of them in one press', async () => {
    for (let n = 1; n <= 20; n += 1) {
      const mentee = await house.teacher(`Mentee ${n}`)
      await house.pair(mo, mentee, '2025-11-03', { programmeId })
      await house.pair(ana, mentee, '2025-11-03', { programmeId })
    }
    const { rows, pages } = await board(house.as(house.margaret), { id: programmeId, page: 1 })
    expect([rows.length, pages]).toEqual([40, 1])
    expect(await press()).toEqual({ nudged: 40, left: 0 })
    expect(await house.nudges()).toHaveLength(80)
  })

  it('is named to the two on their page, and never in the letter', async () => {
    const id = await house.pair(mo, ana, '2025-11-03', { programmeId })
    expect(await nudgesToMe(house.as(ana), { mentorshipId: id })).toBeNull()
    await press(id)
    expect(await nudgesToMe(house.as(ana), { mentorshipId: id })).toEqual({
      on: '2025-11-03',
      by: 'Margaret',
    })
    for (const { subject, text } of await house.letters()) expect(subject + text).not.toContain('Margaret')
    await expect(nudgesToMe(house.as(house.margaret), { mentorshipId: id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('within a fortnight of the house’s own word is told so', async () => {
    const id = await house.pair(mo, ana, '2025-10-22', { programmeId })
    await sentOn('2025-11-05')
    expect((await board(house.as(house.margaret), { id: programmeId, page: 1 })).canNudge).toBe(0)
    await expect(press(id)).rejects.toMatchObject({ code: 'conflict' })
    house.itIs('2025-11-19')
    expect(await press(id)).toEqual({ nudged: 1, left: 0 })
  })

  it('cannot tell a pair on a break from one that was reminded, and nothing goes to it', async () => {
    const id = await house.pair(mo, ana, '2025-11-03', { programmeId })
    await startPause(house.as(ana), { startedOn: '2025-11-03', expectedReturnOn: null, audience: 'only_me' })
    expect((await board(house.as(house.margaret), { id: programmeId, page: 1 })).canNudge).toBe(1)
    expect(await press(id)).toEqual({ nudged: 1, left: 0 })
    expect((await board(house.as(house.margaret), { id: programmeId, page: 1 })).canNudge).toBe(0)
    expect([await house.letters(), await house.store.read.select().from(notifications)]).toEqual([[], []])
  })

  it('reminds nobody in a holiday or at a weekend, and nobody of another’s pairs', async () => {
    const id = await house.pair(mo, ana, '2025-10-06', { programmeId })
    const others = await house.pair(ana, mo, '2025-10-06')
    for (const day of ['2025-10-27', '2025-11-08', '2025-12-29']) {
      house.itIs(day)
      await expect(press(id)).rejects.toMatchObject({ code: 'conflict' })
      expect(await press()).toEqual({ nudged: 0, left: 1 })
    }
    await expect(press(others)).rejects.toMatchObject({ code: 'not_found' })
    await expect(press(id, house.priya)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('pressing at the same moment as another reminds each side once', async () => {
    await house.pair(mo, ana, '2025-11-03', { programmeId })
    const presses = await Promise.all(Array.from({ length: 12 }, () => press()))
    expect(presses.filter(({ nudged }) => nudged === 1)).toHaveLength(1)
    expect(await house.nudges()).toHaveLength(2)
  })
})
