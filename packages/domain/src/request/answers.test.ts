import { mentorships } from '@wirearchy/db'
import { keepApart } from '@wirearchy/domain/mentoring'
import { erase } from '@wirearchy/domain/person'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  accept,
  answerMentor,
  asAsker,
  askFirst,
  askOthers,
  asMentor,
  changeUnit,
  decline,
  declineAndPause,
  requestsToMe,
  withdraw,
} from './index.ts'
import { ashaAndMentors, type RequestHouse } from './testing.ts'

let house: RequestHouse
let [asha, grace, tom, lena, stranger] = ['', '', '', '', '']

beforeEach(async () => {
  ;({ house, asha, grace, tom, lena, stranger } = await ashaAndMentors())
})
afterEach(() => house.close())

const states = (requestId: string) => house.states(requestId)

describe('answering', () => {
  it('yes makes the two mentor and new teacher; the same yes again is the same answer', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    const yes = await accept(house.as(grace), { requestId })
    expect(await accept(house.as(grace), { requestId })).toEqual(yes)
    expect(await house.store.read.select().from(mentorships)).toMatchObject([
      { id: yes.mentorshipId, mentorId: grace, menteeId: asha, kind: 'informal' },
    ])
    expect(await states(requestId)).toEqual(['accepted', 'closed'])
    expect(await house.lettersTo(asha)).toEqual(['Grace said yes'])
    expect(await house.lettersTo(tom)).toEqual([])
    await expect(decline(house.as(grace), { requestId })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('a yes without a free place is refused, and the turn stays', async () => {
    const ben = await house.member('Ben')
    await house.trainedTogether([ben, grace])
    const [first, second] = [await house.asks(asha, [grace]), await house.asks(ben, [grace])]
    await accept(house.as(grace), first)
    await expect(accept(house.as(grace), second)).rejects.toMatchObject({ code: 'conflict' })
    expect(await states(second.requestId)).toEqual(['asked'])
  })

  it('no goes to the next at once, kindly and without a reason, and twice is once', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await decline(house.as(grace), { requestId })
    await decline(house.as(grace), { requestId })
    expect(await states(requestId)).toEqual(['declined', 'asked'])
    expect(await house.lettersTo(asha)).toEqual(['Grace can’t at the moment – shall we ask someone else?'])
  })

  it('no and a pause: nobody new asks them, and their other requests go on', async () => {
    const ben = await house.member('Ben')
    await house.trainedTogether([ben, grace, tom])
    const [one, other] = [await house.asks(asha, [grace]), await house.asks(ben, [grace, tom])]
    await declineAndPause(house.as(grace), { ...one, until: '2026-03-02' })
    expect([await states(one.requestId), await states(other.requestId)]).toEqual([
      ['declined'],
      ['passed', 'asked'],
    ])
    await expect(house.asks(asha, [grace])).rejects.toMatchObject({ code: 'conflict' })
    await expect(declineAndPause(house.as(tom), { ...other, until: '2026-01-05' })).rejects.toMatchObject({
      code: 'bad_input',
      field: 'until',
    })
    expect(await states(other.requestId)).toEqual(['passed', 'asked'])
  })

  it('taken back, whoever has it is told, and nobody can say yes any more', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await withdraw(house.as(asha), { requestId })
    await withdraw(house.as(asha), { requestId })
    expect(await house.lettersTo(grace)).toEqual([
      'Asha would like you as a mentor',
      'Asha took the request back: thank you',
    ])
    expect(await house.lettersTo(tom)).toEqual([])
    await expect(accept(house.as(grace), { requestId })).rejects.toMatchObject({ code: 'gone' })
    expect((await asMentor(house.as(grace), { requestId })).need).toBeNull()
    await expect(withdraw(house.as(grace), { requestId })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the open list', () => {
  it('is seen by mentors whom the asker may ask and whose offer fits, and by nobody else', async () => {
    const { requestId } = await house.asks(asha)
    expect((await requestsToMe(house.as(grace))).onTheList).toMatchObject([{ requestId, name: 'Asha' }])
    for (const who of [stranger, asha]) {
      expect((await requestsToMe(house.as(who))).onTheList).toEqual([])
      await expect(asMentor(house.as(who), { requestId })).rejects.toMatchObject({ code: 'not_found' })
    }
    await decline(house.as(grace), { requestId })
    expect((await requestsToMe(house.as(grace))).onTheList).toEqual([])
    expect((await asAsker(house.as(asha), { requestId })).turns).toEqual([])
    await accept(house.as(tom), { requestId })
    expect(await house.lettersTo(asha)).toEqual(['Tom said yes'])
    await expect(accept(house.as(lena), { requestId })).rejects.toMatchObject({ code: 'gone' })
  })

  it('names the asker only to who sees them: two steps away it is somebody', async () => {
    const far = await house.member('Far')
    await house.offers(far)
    await house.trainedTogether([far, grace])
    const { requestId } = await house.asks(asha, [], { need: 'Where do I begin?' })
    expect(await asMentor(house.as(far), { requestId })).toMatchObject({
      ...{ name: null, askerId: '', hasPage: false, need: 'Where do I begin?', state: 'listed' },
    })
    await askFirst(house.as(far), { requestId, question: 'Which subject?' })
    expect((await asMentor(house.as(far), { requestId })).name).toBeNull()
    expect((await requestsToMe(house.as(grace))).onTheList).toEqual([])
    await answerMentor(house.as(asha), { requestId, answer: 'Physics.' })
    await accept(house.as(far), { requestId })
    expect((await asMentor(house.as(far), { requestId })).name).toBe('Asha')
  })

  it('lets the asker choose others, who are asked at once', async () => {
    const { requestId } = await house.asks(asha, [grace])
    await decline(house.as(grace), { requestId })
    await askOthers(house.as(asha), { requestId, mentorIds: [tom, lena] })
    expect(await states(requestId)).toEqual(['declined', 'asked', 'next'])
    expect(await house.request(requestId)).toMatchObject({ listDueOn: null })
    await expect(askOthers(house.as(asha), { requestId, mentorIds: [grace] })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('goes to fifteen people at most', async () => {
    const many = []
    for (let n = 0; n < 16; n += 1) many.push(await house.member(`Mentor ${n}`))
    await house.trainedTogether([asha, ...many])
    for (const mentor of many) await house.offers(mentor)
    const { requestId } = await house.asks(asha, many.slice(0, 5))
    for (const from of [5, 10])
      await askOthers(house.as(asha), { requestId, mentorIds: many.slice(from, from + 5) })
    expect(await states(requestId)).toHaveLength(15)
    await expect(askOthers(house.as(asha), { requestId, mentorIds: many.slice(15) })).rejects.toMatchObject({
      code: 'too_many',
    })
  })

  it('lets the asker ask for something smaller with the same words', async () => {
    const before = await house.asks(asha, [], { unit: 'half_term', need: 'Year 8 after lunch' })
    const after = await changeUnit(house.as(asha), { ...before, unit: 'call' })
    expect(await house.request(before.requestId)).toMatchObject({ state: 'withdrawn' })
    expect(await house.request(after.requestId)).toMatchObject({
      ...{ state: 'open', unit: 'call', need: 'Year 8 after lunch', listDueOn: '2026-01-12' },
    })
  })
})

describe('people who must not meet', () => {
  it('a block ends what is open between the two at once, with no reason; it goes to the next', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await block(house.as(grace), { personId: asha })
    expect(await states(requestId)).toEqual(['closed', 'asked'])
    expect(await house.lettersTo(asha)).toEqual(['Your request has moved on'])
    await expect(asMentor(house.as(grace), { requestId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(accept(house.as(grace), { requestId })).rejects.toMatchObject({ code: 'not_found' })
    expect((await asAsker(house.as(asha), { requestId })).turns[0]?.name).toBeNull()
  })

  it('who keeps somebody apart after they asked never gets to say yes, and the clock passes it on', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await keepApart(house.as(asha), { personId: grace, why: 'dispute' })
    await expect(accept(house.as(grace), { requestId })).rejects.toMatchObject({ code: 'not_found' })
    await house.itBecomes('2026-01-06')
    expect(await states(requestId)).toEqual(['closed', 'asked'])
  })

  it('nobody learns from what is over that they are on a private list; across a block it is gone', async () => {
    const seen = async () => [
      await asAsker(house.as(asha), { requestId }),
      await asMentor(house.as(grace), { requestId }),
      await requestsToMe(house.as(grace)),
    ]
    const { requestId } = await house.asks(asha, [grace])
    await decline(house.as(grace), { requestId })
    await withdraw(house.as(asha), { requestId })
    const before = await seen()
    await keepApart(house.as(grace), { personId: asha, why: 'dispute' })
    expect(await seen()).toEqual(before)
    await keepApart(house.as(asha), { personId: grace, why: 'dispute' })
    expect(await seen()).toEqual(before)
    await block(house.as(asha), { personId: grace })
    await expect(seen()).rejects.toMatchObject({ code: 'not_found' })
  })

  it('an erased mentor is passed by; an erased asker’s request is taken back', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await erase(house.ctx(), { personId: grace, reason: 'asked' })
    await house.itBecomes('2026-01-06')
    expect(await states(requestId)).toEqual(['closed', 'asked'])
    await erase(house.ctx(), { personId: asha, reason: 'asked' })
    await expect(accept(house.as(tom), { requestId })).rejects.toMatchObject({ code: 'gone' })
    await house.itBecomes('2026-01-07')
    expect(await house.request(requestId)).toMatchObject({ state: 'withdrawn' })
    expect(await states(requestId)).toEqual(['closed', 'closed'])
  })
})
