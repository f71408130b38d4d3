import { agreements, ledger } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { startChapter } from '@wirearchy/domain/mentoring'
import { sendMail } from '@wirearchy/domain/notice'
import { block, whom } from '@wirearchy/domain/safety'
import { finishMentoring, spaceOf } from '@wirearchy/domain/space'
import { Finish } from '@wirearchy/domain/space/input'
import { canSee } from '@wirearchy/domain/visibility'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { programmeHouse } from './testing/programme-house.ts'

let house: Awaited<ReturnType<typeof programmeHouse>>
beforeEach(async () => {
  house = await programmeHouse('2026-01-05')
})
afterEach(() => house.close())

const lettersTo = async (name: string) =>
  (await house.letters()).filter(
    ({ personId, kind }) =>
      personId === house.id(name) && !['programme_asked', 'programme_wishes'].includes(kind),
  )
const sentTo = async (name: string) => {
  const sent: string[] = []
  for (const { id } of await lettersTo(name))
    await sendMail(house.ctx(), { payload: { mailId: id } } as never, async ({ subject, text }) => {
      sent.push(`${subject}\n${text}`)
    })
  return sent
}
const heard = async (name: string) =>
  (await notices(house.by(name))).filter(({ kind }) => kind !== 'programme.asked').map(({ text }) => text)

it('writes one letter to each: to a mentor of several one that names and counts nobody, with a notice about each', async () => {
  const [two, three] = [
    ['Ana', 'Ben'],
    ['Cy', 'Dee', 'Eve'],
  ]
  await house.published({ mentees: two, mentors: ['Grace'], places: 2 })
  await house.published({ mentees: three, mentors: ['Hal'], places: 3 })
  for (const name of [...two, ...three, 'Grace', 'Hal']) expect(await lettersTo(name)).toHaveLength(1)
  const [[grace], [hal]] = [await sentTo('Grace'), await sentTo('Hal')]
  const isAlike = (text = '') => text.replaceAll(/programmes\/[\w-]+|unsubscribe\/\S+/g, '')
  expect(isAlike(grace)).toBe(isAlike(hal))
  expect(grace).toContain('Whom you mentor in “Mentors”')
  for (const name of two) expect(grace).not.toContain(name)
  expect((await heard('Grace')).sort()).toEqual([
    'You and Ana were put together as mentor and mentee.',
    'You and Ben were put together as mentor and mentee.',
  ])
  expect((await sentTo('Ana'))[0]).toContain('Grace is your mentor')
})

it('tells a mentor of several nothing of who keeps them out meanwhile: the letter is the same, the page has who is left', async () => {
  const programmeId = await house.published({ mentees: ['Ana', 'Ben'], mentors: ['Grace'] })
  const [before] = await lettersTo('Grace')
  await block(house.by('Ben'), { personId: house.id('Grace') })
  expect((await sentTo('Grace'))[0]).toContain(before?.subject)
  expect((await house.page('Grace', programmeId)).pairs.map(({ name }) => name)).toEqual(['Ana'])
  expect(await heard('Grace')).toEqual(['You and Ana were put together as mentor and mentee.'])
})

it('writes every chapter as the one verb for it does, in ledger and terms too, whichever way it was written', async () => {
  const mentees = ['Ana', 'Ben', 'Cy', 'Dee', 'Eve']
  const programmeId = await house.published({
    mentees,
    mentors: ['Grace', 'Hal', 'Ivo'],
    startsOn: '2026-01-12',
  })
  for (const name of ['Zed', 'Yan']) await house.member(name)
  await house.store.tx((tx) =>
    startChapter(tx, house.ctx(house.lead), {
      ...{ mentorId: house.id('Zed'), menteeId: house.id('Yan'), unit: 'year', startedOn: '2026-01-12' },
      ...{ programmeId, arrangedById: house.lead },
    }),
  )
  const chapters = await house.chapters()
  expect(chapters.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6])
  const alike = (rows: Record<string, unknown>[], own: string[]) =>
    new Set(
      rows.map((row) => JSON.stringify(row, (key, value) => (own.includes(key) ? own.indexOf(key) : value))),
    )
  expect(alike(chapters, ['id', 'no', 'mentorId', 'menteeId', 'createdAt']).size).toBe(1)
  const terms = await house.store.read.select().from(agreements)
  expect(terms).toHaveLength(6)
  expect(alike(terms, ['mentorshipId', 'createdAt', 'updatedAt']).size).toBe(1)
  const told = (await house.store.read.select().from(ledger)).filter(
    ({ type }) => type === 'mentorship.started',
  )
  expect(told).toHaveLength(6)
  const own = [
    'seq',
    'id',
    'recordedAt',
    'personId',
    'correlationId',
    'mentorship',
    'mentor',
    'mentorId',
    'menteeId',
  ]
  expect(alike(told, own).size).toBe(1)
})

it('begins on the day that was announced; until then the two have their space, and their page says from which day', async () => {
  const programmeId = await house.published({ mentees: ['Ana'], mentors: ['Grace'], startsOn: '2026-01-19' })
  const [chapter] = await house.chapters()
  expect(chapter).toMatchObject({ startedOn: '2026-01-19', voidedAt: null })
  const [mine] = (await house.page('Ana', programmeId)).pairs
  expect(mine).toMatchObject({ name: 'Grace', startsOn: '2026-01-19', mayOpenPage: false })
  const mentorshipId = mine?.mentorshipId ?? ''
  expect((await spaceOf(house.by('Grace'), { mentorshipId })).isOver).toBe(false)
  expect(await canSee(house.by('Ana'), house.id('Grace'))).toBe(false)
  expect(await heard('Ana')).toEqual([
    'A mentoring programme has been matched. See whom you were put together with.',
  ])
  expect((await sentTo('Ana'))[0]).toContain('Grace is your mentor from 19 January 2026')
  house.itIs('2026-01-19')
  expect(await canSee(house.by('Ana'), house.id('Grace'))).toBe(true)
  expect(await heard('Ana')).toContain('You and Grace were put together as mentor and mentee.')
  expect((await house.page('Ana', programmeId)).pairs).toMatchObject([{ startsOn: null, mayOpenPage: true }])
})

it('begins today when the day that was announced is past', async () => {
  const programmeId = await house.gathered({ mentees: ['Ana'], mentors: ['Grace'], startsOn: '2026-01-12' })
  house.itIs('2026-01-26')
  const { no } = await house.run(programmeId)
  await house.publish(programmeId, no)
  expect((await house.chapters()).map(({ startedOn }) => startedOn)).toEqual(['2026-01-26'])
})

it('writes to nobody about who keeps them out before they begin', async () => {
  await house.published({ mentees: ['Ana'], mentors: ['Grace'], startsOn: '2026-01-19' })
  await block(house.by('Grace'), { personId: house.id('Ana') })
  expect(await sentTo('Ana')).toEqual([])
  await expect(whom(house.by('Ana'), { personId: house.id('Grace') })).rejects.toMatchObject({
    code: 'not_found',
  })
})

it('was never a mentoring when one of the two ends it before it begins', async () => {
  const programmeId = await house.published({ mentees: ['Ana'], mentors: ['Grace'], startsOn: '2026-01-19' })
  const [chapter] = await house.chapters()
  await finishMentoring(
    house.by('Ana'),
    Finish.parse({ mentorshipId: chapter?.id ?? '', sentence: 'Thank you, another time.' }),
  )
  expect((await house.page('Grace', programmeId)).pairs).toEqual([])
  house.itIs('2026-01-19')
  expect(await heard('Grace')).not.toContain('You and Ana were put together as mentor and mentee.')
})

it('puts two together again whose call is past its day, in a chapter of their own, and not while it goes on', async () => {
  const first = await house.gathered({ mentees: ['Ana'], mentors: ['Grace'], unit: 'call' })
  await house.publish(first, (await house.run(first)).no)
  const second = await house.gathered({ mentees: ['Ana'], mentors: ['Grace'], unit: 'call' })
  expect((await house.run(second)).lines.map(({ mentor }) => mentor)).toEqual([null])
  house.itIs('2026-03-02')
  const { no, lines } = await house.run(second)
  expect(lines.map(({ mentor }) => mentor)).toEqual(['Grace'])
  await house.publish(second, no)
  const chapters = await house.chapters()
  expect(chapters.map(({ finishedOn, endReason }) => [finishedOn !== null, endReason])).toEqual([
    [true, 'finished'],
    [false, null],
  ])
})
