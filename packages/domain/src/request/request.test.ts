import { mentoringWords } from '@wirearchy/db'
import { startPause } from '@wirearchy/domain/person'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  accept,
  answerMentor,
  askFirst,
  asMentor,
  decline,
  myRequests,
  requestsToMe,
  settleRequests,
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

describe('asking', () => {
  it('asks the first who was chosen, with five school days and a reminder on the third; the others wait', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    expect(await house.turns(requestId)).toEqual([
      { mentorId: grace, state: 'asked', remindOn: '2026-01-08', dueOn: '2026-01-12' },
      { mentorId: tom, state: 'next', remindOn: null, dueOn: null },
    ])
    expect(await house.lettersTo(grace)).toEqual(['Asha would like you as a mentor'])
    expect(await house.lettersTo(tom)).toEqual([])
    await expect(asMentor(house.as(tom), { requestId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('counts from the first school day when it is asked in a holiday, and never ends on one', async () => {
    house.itIs('2026-07-27')
    const { requestId } = await house.asks(asha, [grace])
    const [turn] = await house.turns(requestId)
    expect([turn?.remindOn, turn?.dueOn].every((day) => day && day > '2026-08-31')).toBe(true)
    await house.itBecomes('2026-08-28')
    expect(await states(requestId)).toEqual(['asked'])
  })

  it('keeps to what is fair: nobody out of reach, three open, five in the first fortnight', async () => {
    const conflict = { code: 'conflict', field: 'mentorIds' }
    await expect(house.asks(asha, [stranger])).rejects.toMatchObject(conflict)
    await expect(house.asks(asha, [asha])).rejects.toMatchObject(conflict)
    const sent = [await house.asks(asha, [grace]), await house.asks(asha, [tom]), await house.asks(asha)]
    await expect(house.asks(asha, [lena])).rejects.toMatchObject({ code: 'too_many' })
    for (const one of sent) await withdraw(house.as(asha), one)
    for (let n = 0; n < 2; n += 1) await withdraw(house.as(asha), await house.asks(asha))
    await expect(house.asks(asha)).rejects.toThrow('In your first fortnight here you can ask five times.')
    house.itIs('2026-02-02')
    for (let n = 0; n < 10; n += 1) await withdraw(house.as(asha), await house.asks(asha))
    await expect(house.asks(asha)).rejects.toThrow('You have asked ten times this week.')
  })

  it('asks nobody twice for two things at once', async () => {
    await house.asks(asha, [grace])
    await expect(house.asks(asha, [grace], { unit: 'half_term' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('reaches nobody who is paused, on a break, full, or kept apart when their turn comes', async () => {
    const { requestId } = await house.asks(asha, [grace, tom, lena])
    await startPause(house.as(tom), { startedOn: '2026-01-05', expectedReturnOn: null, audience: 'only_me' })
    await decline(house.as(grace), { requestId })
    expect(await states(requestId)).toEqual(['declined', 'closed', 'asked'])
    expect(await house.lettersTo(tom)).toEqual([])
  })
})

describe('the clock', () => {
  it('reminds once, passes on when the last day is over, and tells the asker each time', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await house.itBecomes('2026-01-07')
    expect(await house.lettersTo(grace)).toHaveLength(1)
    for (const day of ['2026-01-08', '2026-01-09', '2026-01-12']) await house.itBecomes(day)
    expect(await house.lettersTo(grace)).toEqual([
      'Asha would like you as a mentor',
      'Asha hopes for your answer by Monday 12 January 2026',
    ])
    expect(await states(requestId)).toEqual(['asked', 'next'])
    await house.itBecomes('2026-01-13')
    expect(await house.turns(requestId)).toMatchObject([
      { state: 'passed' },
      { state: 'asked', dueOn: '2026-01-20' },
    ])
    expect(await house.lettersTo(asha)).toEqual(['No answer from Grace in five school days'])
    await house.itBecomes('2026-01-21')
    expect(await house.toldTo(asha)).toEqual(['request.silent', 'request.silent'])
    expect(await house.request(requestId)).toMatchObject({ state: 'open', listDueOn: '2026-01-28' })
  })

  it('lets whose turn is over still say yes, until somebody else has', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await house.itBecomes('2026-01-13')
    expect((await requestsToMe(house.as(grace))).still).toMatchObject([{ requestId, name: 'Asha' }])
    await accept(house.as(grace), { requestId })
    await expect(accept(house.as(tom), { requestId })).rejects.toThrow('Somebody else said yes first.')
    expect(await house.lettersTo(tom)).toContain('Asha has found somebody: thank you')
  })

  it('on the open list tells the asker every five school days, and after three rounds says so plainly', async () => {
    const { requestId } = await house.asks(asha)
    for (const day of ['2026-01-12', '2026-01-13', '2026-01-20', '2026-01-26', '2026-01-27'])
      await house.itBecomes(day)
    expect(await house.lettersTo(asha)).toEqual([
      'Your request is still on the open list',
      'Your request is still on the open list',
      'Nobody could say yes to your request',
    ])
    expect(await house.request(requestId)).toMatchObject({ state: 'unanswered', listDueOn: null })
    await house.itBecomes('2026-02-20')
    expect(await house.lettersTo(asha)).toHaveLength(3)
  })

  it('passes on at the latest on the day after a mentor pauses, takes a break or closes their offer', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await startPause(house.as(grace), {
      startedOn: '2026-01-06',
      expectedReturnOn: null,
      audience: 'only_me',
    })
    await house.itBecomes('2026-01-06')
    expect(await states(requestId)).toEqual(['passed', 'asked'])
    expect(await house.lettersTo(asha)).toEqual(['Grace is taking a break from mentoring'])
  })

  it('catches up after the clock has jumped far ahead, telling the asker once', async () => {
    const { requestId } = await house.asks(asha, [grace])
    await house.itBecomes('2026-04-14')
    expect(await states(requestId)).toEqual(['passed'])
    expect(await house.toldTo(asha)).toEqual(['request.silent'])
    expect(await house.lettersTo(grace)).toHaveLength(1)
    house.itIs('2026-01-06')
    await settleRequests(house.ctx())
    expect(await house.toldTo(asha)).toHaveLength(1)
  })
})

describe('one thing first', () => {
  it('stops the mentor’s clock, starts the asker’s, and gives the mentor a fresh one', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    house.itIs('2026-01-08')
    await askFirst(house.as(grace), { requestId, question: 'Which year group?' })
    expect(await house.turns(requestId)).toMatchObject([{ state: 'question', dueOn: '2026-01-15' }, {}])
    expect(await house.lettersTo(asha)).toEqual(['Grace asks you one thing first'])
    expect((await myRequests(house.as(asha)))[0]).toMatchObject({ waitsForMe: true, with: 'Grace' })
    await expect(askFirst(house.as(grace), { requestId, question: 'And?' })).rejects.toMatchObject({
      code: 'conflict',
    })
    house.itIs('2026-01-14')
    await answerMentor(house.as(asha), { requestId, answer: 'Year 8.' })
    expect(await house.turns(requestId)).toMatchObject([{ state: 'asked', dueOn: '2026-01-21' }, {}])
    expect((await asMentor(house.as(grace), { requestId })).words).toMatchObject([
      { by: 'mentor', text: 'Which year group?' },
      { by: 'mentee', text: 'Year 8.' },
    ])
    await askFirst(house.as(grace), { requestId, question: 'Which subject?' })
    await answerMentor(house.as(asha), { requestId, answer: 'Physics.' })
    await expect(askFirst(house.as(grace), { requestId, question: 'One more' })).rejects.toThrow(
      'You have asked two things.',
    )
  })

  it('reminds the asker once and then passes on; the mentor may still say yes', async () => {
    const { requestId } = await house.asks(asha, [grace, tom])
    await askFirst(house.as(grace), { requestId, question: 'Which year group?' })
    for (const day of ['2026-01-08', '2026-01-12', '2026-01-13']) await house.itBecomes(day)
    expect(await house.lettersTo(asha)).toEqual([
      'Grace asks you one thing first',
      'Grace hopes for your answer by Monday 12 January 2026',
      'Grace’s question went without an answer',
    ])
    expect(await states(requestId)).toEqual(['passed', 'asked'])
    await expect(answerMentor(house.as(asha), { requestId, answer: 'Late' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await accept(house.as(grace), { requestId })
  })

  it('puts nobody’s words into letters or the ledger', async () => {
    const { requestId } = await house.asks(asha, [grace], { need: 'PRIVATENEED' })
    await askFirst(house.as(grace), { requestId, question: 'PRIVATEQUESTION' })
    await answerMentor(house.as(asha), { requestId, answer: 'PRIVATEANSWER' })
    await accept(house.as(grace), { requestId })
    const { read } = house.store
    const { sql } = await import('@wirearchy/db')
    const told = await read.rows(
      sql`select text, subject, line from mails union all select coalesce(after, ''), refs, type from ledger
        union all select refs, kind, '' from notifications union all select payload, kind, key from jobs`,
    )
    expect(JSON.stringify(told)).not.toContain('PRIVATE')
    expect(await read.select().from(mentoringWords)).toHaveLength(2)
  })
})
