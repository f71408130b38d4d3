import { ledger, mails, meetings, mentorPlaces } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { notices, workOnce } from '@wirearchy/domain/job'
import { accept, ofPair, propose } from '@wirearchy/domain/meeting'
import { Accept, Propose } from '@wirearchy/domain/meeting/input'
import { placesFree, startChapter } from '@wirearchy/domain/mentoring'
import { people } from '@wirearchy/domain/network'
import { staff, startMentorship } from '@wirearchy/domain/stint'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addNote, askAgain, finishMentoring, spaceOf } from './index.ts'
import { Finish } from './input.ts'
import { anaAndMo, type PairHouse } from './testing.ts'

let w: PairHouse
beforeEach(async () => {
  w = await anaAndMo()
})
afterEach(() => w.house.close())

const finish = (who: string, rest: Record<string, string> = {}) =>
  finishMentoring(
    w.house.as(who),
    Finish.parse({ mentorshipId: w.mentorshipId, sentence: 'Thank you, Mo.', ...rest }),
  )
const space = (who: string) => spaceOf(w.house.as(who), { mentorshipId: w.mentorshipId })

it('ends with one tap by Ana: today is its last day, the words stay, and nothing new is written', async () => {
  w.house.itIs('2025-12-19')
  expect(await finish(w.ana, { thanks: 'For Year 9.' })).toEqual({
    mentorshipId: w.mentorshipId,
    finishedOn: '2025-12-19',
  })
  const seen = await space(w.mo)
  expect(seen.isOver).toBe(true)
  expect(seen.chapters).toMatchObject([
    { startedOn: '2025-12-01', finishedOn: '2025-12-19', endedBy: 'mentee' },
  ])
  expect(seen.endings).toMatchObject([{ by: 'mentee', sentence: 'Thank you, Mo.', thanks: 'For Year 9.' }])
  const note = { mentorshipId: w.mentorshipId, text: 'More', audience: 'both' as const }
  await expect(addNote(w.house.as(w.mo), note)).rejects.toMatchObject({ code: 'gone' })
})

it('keeps the tie on both timelines, with its years', async () => {
  w.house.itIs('2026-01-16')
  await finish(w.mo)
  w.house.itIs('2026-02-02')
  const tieOf = async (who: string, other: string) => {
    const page = await people(w.house.as(who), {})
    return JSON.stringify(page.sections.flatMap((part) => part.people).find(({ id }) => id === other))
  }
  expect(await tieOf(w.ana, w.mo)).toContain('mentored you, December 2025 to January 2026')
  expect(await tieOf(w.mo, w.ana)).toContain('you mentored them, December 2025 to January 2026')
})

it('frees Mo’s place at once', async () => {
  const free = () => placesFree(w.house.store.read, w.house.as(w.mo), w.mo, 'half_term')
  const onePlace = { id: newId(1), personId: w.mo, unit: 'half_term' as const, places: 1 }
  await w.house.store.tx((tx) => tx.insert(mentorPlaces).values(onePlace))
  expect(await free()).toBe(0)
  await finish(w.mo)
  expect(await free()).toBe(1)
})

it('calls off what the two had ahead, in both calendars', async () => {
  const when = { first: { on: '2025-12-08', at: '4pm' }, minutes: 30, way: 'online' }
  await propose(w.house.as(w.mo), Propose.parse({ mentorshipId: w.mentorshipId, ...when }))
  const { offered } = await ofPair(w.house.as(w.ana), { mentorshipId: w.mentorshipId })
  const [meetingId, timeId] = [offered[0]?.id, offered[0]?.times[0]?.id]
  await accept(w.house.as(w.ana), Accept.parse({ mentorshipId: w.mentorshipId, meetingId, timeId }))
  await finish(w.mo)
  expect(await w.house.store.read.select().from(meetings)).toMatchObject([
    { state: 'cancelled', sequence: 1 },
  ])
  const letters = await w.house.store.read.select().from(mails)
  const cancelled = letters.filter(({ calendar }) => calendar?.includes('METHOD:CANCEL'))
  expect(cancelled.map(({ to }) => to).sort()).toEqual(['ana@example.com', 'mo@example.com'])
})

it('is the same end when it is tapped twice, by whichever of the two', async () => {
  const first = await finish(w.ana)
  expect(await finish(w.ana, { sentence: 'Other words.' })).toEqual(first)
  expect(await finish(w.mo)).toEqual(first)
  const { endings } = await space(w.mo)
  expect(endings.map(({ by, sentence }) => [by, sentence])).toEqual([
    ['mentee', 'Thank you, Mo.'],
    ['mentor', 'Thank you, Mo.'],
  ])
  const entries = await w.house.store.read.select().from(ledger)
  expect(entries.filter(({ type }) => type === 'mentorship.ended')).toHaveLength(1)
})

it('ends once when both tap in the same moment, and keeps the words of both', async () => {
  const [anas, mos] = await Promise.all([finish(w.ana), finish(w.mo)])
  expect(anas).toEqual(mos)
  expect((await space(w.ana)).endings).toHaveLength(2)
  const entries = await w.house.store.read.select().from(ledger)
  expect(entries.filter(({ type }) => type === 'mentorship.ended')).toHaveLength(1)
})

it('keeps a reason for whoever gave it, and in no letter, notice or entry of the ledger', async () => {
  await finish(w.ana, { reason: 'He talks about rugby', thanks: 'For the tea' })
  expect((await space(w.ana)).endings[0]?.reason).toBe('He talks about rugby')
  expect((await space(w.mo)).endings[0]?.reason).toBeNull()
  const letters = await w.house.store.read.select().from(mails)
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ['mo@example.com', 'Your mentoring with Ana has ended, with thanks'],
  ])
  const written = JSON.stringify([letters, await w.house.store.read.select().from(ledger)])
  expect(written).not.toMatch(/rugby|For the tea|Thank you, Mo/)
  expect((await notices(w.house.as(w.mo))).map(({ text }) => text)).toEqual([
    'Your mentoring with Ana has ended, with thanks. You stay tied.',
  ])
})

it('lets Mo be asked again about two terms later, unless the two go on by then', async () => {
  await finish(w.mo, { askAgain: 'yes' })
  const { endings } = await space(w.ana)
  const again = endings[0]?.askAgainOn ?? ''
  expect(again > '2026-06-01' && again < '2026-10-01').toBe(true)
  const handlers = { mail: async () => {}, 'mentoring.again': askAgain }
  const work = async () => {
    while (await workOnce(w.house.ctx(), handlers));
    return (await notices(w.house.as(w.ana))).map(({ kind }) => kind)
  }
  expect(await work()).toEqual(['mentoring.ended'])
  w.house.itIs(again)
  expect(await work()).toEqual(['mentoring.again', 'mentoring.ended'])
})

it('says nothing of asking again once the two have begun anew', async () => {
  await finish(w.mo, { askAgain: 'yes' })
  const again = (await space(w.ana)).endings[0]?.askAgainOn ?? ''
  const anew = { mentorId: w.mo, menteeId: w.ana, unit: 'call' as const, arrangedById: w.mo }
  await w.house.store.tx((tx) => startChapter(tx, w.house.as(w.mo), { ...anew, startedOn: '2025-12-02' }))
  w.house.itIs(again)
  while (await workOnce(w.house.ctx(), { mail: async () => {}, 'mentoring.again': askAgain }));
  expect((await notices(w.house.as(w.ana))).map(({ kind }) => kind)).not.toContain('mentoring.again')
  const seen = await space(w.ana)
  expect([seen.isOver, seen.chapters.length, seen.endings.length]).toEqual([false, 2, 1])
})

it('takes back what was to begin later: it never was', async () => {
  const later = { mentorId: w.mo, menteeId: w.ben, unit: 'call' as const, arrangedById: w.mo }
  const mentorshipId = await w.house.store.tx((tx) =>
    startChapter(tx, w.house.as(w.mo), { ...later, startedOn: '2026-01-05' }),
  )
  expect(await finish(w.ben, { mentorshipId })).toEqual({ mentorshipId, finishedOn: null })
  w.house.itIs('2026-01-06')
  const gone = spaceOf(w.house.as(w.mo), { mentorshipId })
  await expect(gone).rejects.toMatchObject({ code: 'not_found' })
})

it('ends nothing for anybody but the two', async () => {
  for (const other of [w.ben, w.leadA])
    await expect(finish(other)).rejects.toMatchObject({ code: 'not_found' })
  expect((await space(w.ana)).isOver).toBe(false)
})

it('lets a school give Ana another mentor after she ended the first, and shows its lead no more than that', async () => {
  const stays = [await w.house.at(w.mo, w.a, '2020-09-01'), await w.house.at(w.ben, w.a, '2020-09-01')]
  const [moAtA = '', benAtA = ''] = stays
  const arranged = { mentorStintId: moAtA, menteeStintId: w.anaAtA, startsOn: '2025-12-02' }
  w.house.itIs('2025-12-02')
  await startMentorship(w.house.as(w.leadA), arranged)
  w.house.itIs('2025-12-10')
  const mentors = async () =>
    (await staff(w.house.as(w.leadA), { ref: w.a })).lines.map(({ mentor }) => mentor)
  expect(await mentors()).toContain('Mo')
  await finish(w.ana, { reason: 'We do not fit' })
  expect(await mentors()).not.toContain('Mo')
  const next = { mentorStintId: benAtA, menteeStintId: w.anaAtA }
  const today = startMentorship(w.house.as(w.leadA), { ...next, startsOn: '2025-12-10' })
  await expect(today).rejects.toMatchObject({ code: 'bad_input', field: 'startsOn' })
  w.house.itIs('2025-12-11')
  await startMentorship(w.house.as(w.leadA), { ...next, startsOn: '2025-12-11' })
  expect(await mentors()).toContain('Ben')
  expect(JSON.stringify(await notices(w.house.as(w.leadA)))).not.toContain('fit')
})
