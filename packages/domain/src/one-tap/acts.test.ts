import type { Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { meetingHouse } from '@wirearchy/domain/meeting/testing'
import { oneTap, type Tap } from '@wirearchy/domain/notice'
import { requestHouse } from '@wirearchy/domain/request/testing'
import { block } from '@wirearchy/domain/safety'
import { anaAndMo, anaAtHerSchool } from '@wirearchy/domain/space/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { look, press } from './index.ts'

let open: { close(): unknown } | null = null
afterEach(() => open?.close())

const give = async (ctx: Ctx, tap: Tap) =>
  (await ctx.store.tx((tx: Tx) => oneTap(tx, ctx, tap))).split('/').at(-1) ?? ''
const titleOf = async (ctx: Ctx, token: string) => {
  const looked = await look(ctx, { token })
  return looked.isOver ? looked.why : looked.title
}

describe('a request for support', () => {
  async function asked() {
    const house = requestHouse('2026-01-05')
    open = house
    const [ana, tom] = [await house.member('Ana'), await house.member('Tom')]
    await house.trainedTogether([ana, tom])
    await house.offers(tom)
    const { requestId } = await house.asks(ana, [tom])
    const tap = (act: string) => give(house.ctx(), { personId: tom, act, input: { requestId } })
    return { house, ana, tom, requestId, yes: await tap('request.accept'), no: await tap('request.decline') }
  }

  it('is answered yes by one press, and the button beside it then refuses in words', async () => {
    const { house, requestId, yes, no } = await asked()
    expect(await titleOf(house.ctx(), yes)).toBe('Say yes to Ana, and become their mentor')
    expect(await titleOf(house.ctx(), no)).toBe('Say that you can’t support Ana at the moment')
    await press(house.ctx(), { token: yes })
    expect((await house.request(requestId))?.state).toBe('accepted')
    await expect(press(house.ctx(), { token: no })).rejects.toMatchObject({ code: 'conflict' })
    expect(await titleOf(house.ctx(), no)).toMatch(/nothing left to do/)
  })

  it('is turned down by one press, and names nobody after a block', async () => {
    const { house, ana, tom, requestId, yes, no } = await asked()
    expect((await press(house.ctx(), { token: no })).done).toMatch(/nobody asks you why/)
    expect((await house.turns(requestId))[0]?.state).toBe('declined')
    await block(house.as(tom), { personId: ana })
    expect(await titleOf(house.ctx(), yes)).toMatch(/nothing left to do/)
    await expect(press(house.ctx(), { token: yes })).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('a meeting', () => {
  it('is booked by one press on one of the times, and the other times are then over', async () => {
    const house = await meetingHouse()
    open = house
    const { meetingId } = await house.offers(house.tom, ['2026-11-12 3:45pm', '2026-11-13 4:45pm'])
    const [letter] = (await house.letters(house.ana)).filter(({ kind }) => kind === 'meeting_offered')
    const tokens = [...(letter?.text ?? '').matchAll(/^Book .+: \S+\/do\/(\S+)$/gm)].map(([, token]) => token)
    const [first = '', second = ''] = tokens
    expect(await titleOf(house.ctx(), first)).toBe('Book Thursday 12 November 2026, 3:45pm with Tom')
    await press(house.ctx(), { token: first })
    expect(await house.meeting(meetingId)).toMatchObject({ state: 'booked' })
    expect(await titleOf(house.ctx(), second)).toMatch(/nothing left to do/)
    await expect(press(house.ctx(), { token: second })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is said to have happened, or not, by one press of each', async () => {
    const house = await meetingHouse()
    open = house
    const meetingId = await house.books(londonTime('2026-11-10', 15 * 60 + 30))
    const input = { mentorshipId: house.withAna, meetingId }
    const yes = { act: 'meeting.held', input: { ...input, said: 'yes' }, personId: house.ana }
    const token = await give(house.ctx(), yes)
    await expect(press(house.ctx(), { token })).rejects.toMatchObject({ code: 'conflict' })
    await house.until('2026-11-10', 17 * 60)
    expect(await titleOf(house.ctx(), token)).toBe('Say that you met (Tom, Tuesday 10 November 2026, 3:30pm)')
    await press(house.ctx(), { token })
    expect(await house.meeting(meetingId)).toMatchObject({ menteeSaid: 'yes', state: 'happened' })
    const toTom = house.inbox.filter(({ to, subject }) => to.startsWith('tom') && /meet\?$/.test(subject))
    const tap = (words: string) =>
      new RegExp(`^${words}: \\S+/do/(\\S+)$`, 'm').exec(toTom[0]?.text ?? '')?.[1]
    await press(house.ctx(), { token: tap('Yes, we met') ?? '' })
    expect(await house.meeting(meetingId)).toMatchObject({ mentorSaid: 'yes' })
  })
})

describe('a mentoring', () => {
  it('ends well by one press, once', async () => {
    const { house, ana, mentorshipId } = await anaAndMo()
    open = house
    const tap = { personId: ana, act: 'mentoring.finish', input: { mentorshipId } }
    const [first, second] = [await give(house.ctx(), tap), await give(house.ctx(), tap)]
    expect(await titleOf(house.ctx(), first)).toBe('End your mentoring with Mo, with thanks. You stay tied.')
    await press(house.ctx(), { token: first })
    expect((await house.mentorships()).map(({ finishedOn }) => finishedOn)).toEqual([house.today()])
    expect(await titleOf(house.ctx(), second)).toMatch(/nothing left to do/)
  })

  it('of a school goes on between the two by one press after a move', async () => {
    const { house, ana, mo, c, mentorshipId } = await anaAtHerSchool()
    open = house
    await house.moves(ana, { destination: 'school', schoolId: c, startOn: '2026-01-05' })
    house.itIs('2026-01-06')
    const tap = { act: 'mentoring.keep', input: { mentorshipId } }
    const [mine, theirs] = [
      await give(house.ctx(), { ...tap, personId: ana }),
      await give(house.ctx(), { ...tap, personId: mo }),
    ]
    expect(await titleOf(house.ctx(), mine)).toBe('Keep Mo as your mentor')
    await press(house.ctx(), { token: mine })
    expect((await house.mentorships()).map(({ kind }) => kind)).toEqual(['statutory', 'informal'])
    expect(await titleOf(house.ctx(), theirs)).toMatch(/nothing left to do/)
    await press(house.ctx(), { token: theirs })
    expect(await house.mentorships()).toHaveLength(2)
  })
})
