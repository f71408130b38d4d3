import { agreements, blocks, eq, groupLeads, mentorships, programmes } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { startChapter } from '@wirearchy/domain/mentoring'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerCheckIn, askForWord, askHowItGoes, checkIn, ofPair, sayHeld } from './index.ts'
import { AnswerCheckIn } from './input.ts'
import { type MeetingHouse, meetingHouse } from './testing.ts'

let house: MeetingHouse
beforeEach(async () => {
  house = await meetingHouse('2026-11-09')
})
afterEach(() => house.close())

const dayIs = async (day: string) => {
  house.clock(day, 60)
  await house.daily()
}
/** Those about Ana and Tom: what kind, for whom, from which day on. */
const asked = async (mentorshipId = house.withAna) =>
  (await house.checkIns())
    .filter((one) => one.mentorshipId === mentorshipId)
    .map(({ kind, by, dueOn }) => `${kind} ${by} ${dueOn}`)
    .sort()
const mine = async (who: string) =>
  (await ofPair(house.as(who), { mentorshipId: house.withAna })).checkIn?.id ?? ''
const ref = (checkInId: string) => ({ mentorshipId: house.withAna, checkInId })
const answers = (who: string, checkInId: string, more = {}) =>
  answerCheckIn(
    house.as(who),
    AnswerCheckIn.parse({ ...ref(checkInId), useful: 3, often: 2, going: 1, wants: 'nothing', ...more }),
  )

async function meet(said: ('mentor' | 'mentee')[]) {
  const meetingId = await house.books(londonTime('2026-11-12', 930))
  house.clock('2026-11-12', 1000)
  for (const side of said)
    await sayHeld(house.as(house[side === 'mentor' ? 'tom' : 'ana']), {
      mentorshipId: house.withAna,
      meetingId,
      said: 'yes',
    })
}

describe('a check-in comes', () => {
  it('to each side on the school day after their first meeting', async () => {
    await dayIs('2026-11-11')
    await meet(['mentor', 'mentee'])
    await house.daily()
    expect(await asked()).toEqual([])
    await dayIs('2026-11-13')
    expect(await asked()).toEqual(['first_meeting mentee 2026-11-13', 'first_meeting mentor 2026-11-13'])
    await house.daily()
    expect(await asked()).toHaveLength(2)
  })

  it('first to the one who says that they met, so that the other is not told', async () => {
    await meet(['mentee'])
    await dayIs('2026-11-13')
    expect(await asked()).toEqual(['first_meeting mentee 2026-11-13'])
    await dayIs('2026-11-20')
    expect(await asked()).toHaveLength(2)
  })

  it('at three weeks, and then on the last day of each half term', async () => {
    await dayIs('2026-11-29')
    expect(await asked()).toEqual([])
    await dayIs('2026-11-30')
    expect(await asked()).toEqual(['three_weeks mentee 2026-11-30', 'three_weeks mentor 2026-11-30'])
    await dayIs('2026-12-18')
    await dayIs('2027-02-12')
    expect(await asked()).toEqual([
      ...['half_term mentee 2026-12-18', 'half_term mentee 2027-02-12'],
      ...['half_term mentor 2026-12-18', 'half_term mentor 2027-02-12'],
      ...['three_weeks mentee 2026-11-30', 'three_weeks mentor 2026-11-30'],
    ])
  })

  it('late, when nobody was there on the day, but not when its time is over', async () => {
    await dayIs('2026-12-24')
    expect(await asked()).toContain('half_term mentor 2026-12-18')
    expect(await asked()).not.toContain('three_weeks mentor 2026-11-30')
  })

  it('to many people in several jobs, one after the other', async () => {
    house.clock('2026-11-30', 60)
    await askHowItGoes(house.ctx(), 3)
    expect(await house.checkIns()).toHaveLength(3)
    await house.work()
    expect(await house.checkIns()).toHaveLength(4)
  })

  it('never for one call, nor after the mentoring ended or where one keeps the other out', async () => {
    const cy = await house.member('Cy')
    const terms = { mentorId: house.tom, menteeId: cy, unit: 'call' as const, arrangedById: house.tom }
    const call = await house.store.tx((tx) =>
      startChapter(tx, house.ctx(), { ...terms, startedOn: '2026-11-09' }),
    )
    await house.store.tx(async (tx) => {
      const ended = { finishedOn: '2026-11-20', endReason: 'by_mentee' }
      await tx.update(mentorships).set(ended).where(eq(mentorships.id, house.withBen))
      const kept = { blockerId: house.ana, blockedId: house.tom }
      await tx.insert(blocks).values({ id: newId(1), ...kept, createdAt: 1 })
    })
    await dayIs('2026-12-18')
    expect([...(await asked(call)), ...(await asked(house.withBen)), ...(await asked())]).toEqual([])
  })

  it('once for the two, though their mentoring goes on in another chapter', async () => {
    await dayIs('2026-11-30')
    await house.store.tx((tx) =>
      tx
        .update(mentorships)
        .set({ finishedOn: '2026-12-01', endReason: 'mentee_moved' })
        .where(eq(mentorships.id, house.withAna)),
    )
    house.clock('2026-12-02', 60)
    const next = await house.pair(house.ana, '2026-12-02')
    await dayIs('2026-12-23')
    expect(next).not.toBe(house.withAna)
    expect(await asked(next)).toEqual([])
  })
})

describe('without an answer', () => {
  it('it lapses in silence after two weeks of school, and a holiday is no time to answer', async () => {
    await dayIs('2026-12-18')
    const id = await mine(house.ana)
    await dayIs('2027-01-15')
    expect((await checkIn(house.as(house.ana), ref(id))).state).toBe('open')
    await dayIs('2027-01-18')
    expect((await checkIn(house.as(house.ana), ref(id))).state).toBe('lapsed')
    expect((await ofPair(house.as(house.ana), { mentorshipId: house.withAna })).checkIn).toBeNull()
    await expect(answers(house.ana, id)).rejects.toMatchObject({ code: 'gone' })
    expect(await house.notices(house.ana)).toEqual(['check-in.due'])
  })
})

describe('an answer', () => {
  it('is its author’s alone: the other finds no such page, and reads nothing of it anywhere', async () => {
    await dayIs('2026-11-30')
    const [anas, toms] = [await mine(house.ana), await mine(house.tom)]
    await answers(house.ana, anas, { line: 'I dread these calls', wants: 'another_mentor' })
    await expect(checkIn(house.as(house.tom), ref(anas))).rejects.toMatchObject({ code: 'not_found' })
    await expect(checkIn(house.as(house.ben), ref(anas))).rejects.toMatchObject({ code: 'not_found' })
    const pages = [
      await checkIn(house.as(house.tom), ref(toms)),
      await ofPair(house.as(house.tom), { mentorshipId: house.withAna }),
    ]
    expect(JSON.stringify(pages)).not.toMatch(/dread|another_mentor/)
    expect(await house.told()).not.toMatch(/dread|another_mentor/)
    const { said } = await ofPair(house.as(house.ana), { mentorshipId: house.withAna })
    expect(said).toEqual([{ id: anas, on: '2026-11-30' }])
    expect(pages[1]).toMatchObject({ said: [] })
    expect(await checkIn(house.as(house.ana), ref(anas))).toMatchObject({ state: 'answered', going: 1 })
  })

  it('is given once', async () => {
    await dayIs('2026-11-30')
    const id = await mine(house.ana)
    await answers(house.ana, id)
    await expect(answers(house.ana, id)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a word', () => {
  const leads = (personId: string, groupId: string) =>
    house.store.tx((tx) =>
      tx
        .insert(groupLeads)
        .values({ id: newId(1), personId, groupId, startedOn: '2026-09-01', grantedBy: 'operator' }),
    )
  /** Margaret and Joe run the programme of Tom and Ana. */
  async function programme() {
    const [margaret, joe] = [await house.member('Margaret'), await house.member('Joe')]
    const groupId = await house.trainedTogether([house.ana, house.tom])
    for (const personId of [margaret, joe, house.tom]) await leads(personId, groupId)
    await house.store.tx(async (tx) => {
      const row = {
        id: newId(1),
        name: 'Physics pairs',
        groupId,
        unit: 'year' as const,
        createdById: margaret,
      }
      await tx.insert(programmes).values({ ...row, rules: {}, weights: {}, createdAt: 1 })
      await tx
        .update(agreements)
        .set({ programmeId: row.id })
        .where(eq(agreements.mentorshipId, house.withAna))
    })
    return { margaret, joe }
  }

  it('is asked of the one whom somebody chooses, who learns that and no more', async () => {
    const { margaret, joe } = await programme()
    await dayIs('2026-11-30')
    const id = await mine(house.ana)
    await answers(house.ana, id, { line: 'He forgets', wants: 'a_word' })
    const { coordinators } = await checkIn(house.as(house.ana), ref(id))
    expect(coordinators.map(({ name }) => name)).toEqual(['Joe', 'Margaret'])
    await askForWord(house.as(house.ana), { ...ref(id), coordinatorId: margaret })
    await askForWord(house.as(house.ana), { ...ref(id), coordinatorId: margaret })
    const [letter, ...more] = await house.letters(margaret)
    expect([letter?.subject, more, await house.notices(margaret)]).toEqual([
      ...['Ana would like a word', [], ['check-in.word']],
    ])
    expect(`${letter?.text} ${letter?.href}`).not.toMatch(/Tom|forgets|mentoring\//)
    expect([await house.notices(joe), await house.letters(joe)]).toEqual([[], []])
  })

  it('cannot be asked of who runs no programme of theirs, nor of the mentor', async () => {
    await programme()
    await dayIs('2026-11-30')
    const id = await mine(house.ana)
    for (const coordinatorId of [house.ben, house.tom])
      await expect(askForWord(house.as(house.ana), { ...ref(id), coordinatorId })).rejects.toMatchObject({
        code: 'not_found',
      })
  })
})
