import { and, eq, isNull, mails } from '@wirearchy/db'
import { sendMail } from '@wirearchy/domain/notice'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, answerMentor, askFirst, decline, settleRequests, withdraw } from './index.ts'
import { type RequestHouse, requestHouse } from './testing.ts'

let house: RequestHouse
let [asha, grace, tom] = ['', '', '']
let requestId = ''

beforeEach(async () => {
  house = requestHouse('2026-01-05')
  ;[asha, grace, tom] = [await house.member('Asha'), await house.member('Grace'), await house.member('Tom')]
  await house.trainedTogether([asha, grace, tom])
  for (const mentor of [grace, tom]) await house.offers(mentor)
  requestId = (await house.asks(asha, [grace, tom])).requestId
})
afterEach(() => house.close())

/** Sends everything of a kind that has waited, as the post does; what went. */
async function sends(kind: string) {
  const waiting = await house.store.read
    .select()
    .from(mails)
    .where(and(eq(mails.kind, kind), isNull(mails.sentAt), isNull(mails.droppedAt)))
  const sent: string[] = []
  for (const { id } of waiting)
    await sendMail(house.ctx(), { payload: { mailId: id } } as never, async ({ to }) => void sent.push(to))
  return sent
}
const GRACE = 'grace@example.com'
const TOM = 'tom@example.com'
const asks = () => askFirst(house.as(grace), { requestId, question: 'Which year group?' })
const answers = () => answerMentor(house.as(asha), { requestId, answer: 'Year 8' })
/** On the third school day whoever has to answer is reminded. */
async function remind() {
  house.itIs('2026-01-08')
  await settleRequests(house.ctx())
}

describe('a letter that asks a mentor, held until later,', () => {
  it('goes while it is their turn', async () => {
    expect(await sends('mentoring_asked')).toEqual([GRACE])
  })

  it('does not go once the request was taken back', async () => {
    await withdraw(house.as(asha), { requestId })
    expect(await sends('mentoring_asked')).toEqual([])
  })

  it('does not go to who has said yes by then', async () => {
    await accept(house.as(grace), { requestId })
    expect(await sends('mentoring_asked')).toEqual([])
  })

  it('goes to the next person alone once it was passed on', async () => {
    await decline(house.as(grace), { requestId })
    expect(await sends('mentoring_asked')).toEqual([TOM])
  })
})

describe('a held reminder', () => {
  it('goes to the mentor while it is their turn', async () => {
    await remind()
    expect(await sends('mentoring_reminder')).toEqual([GRACE])
  })

  it('does not go to a mentor who has said no by then', async () => {
    await remind()
    await decline(house.as(grace), { requestId })
    expect(await house.lettersTo(grace)).toContain('Asha hopes for your answer by Monday 12 January 2026')
    expect(await sends('mentoring_reminder')).toEqual([])
  })

  it('goes to the asker while the mentor’s question is open', async () => {
    await asks()
    await remind()
    expect(await sends('mentoring_reminder')).toEqual(['asha@example.com'])
  })

  it('does not go to an asker who has answered; the answer goes to the mentor', async () => {
    await asks()
    await remind()
    await answers()
    expect(await sends('mentoring_reminder')).toEqual([])
    expect(await sends('mentoring_answer')).toEqual([GRACE])
  })
})
