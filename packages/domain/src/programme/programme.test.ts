import { blocks, eq, groupLeads, keptApart, ledger, mails, mentorships } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { giveAccount } from '@wirearchy/domain/account'
import { offers } from '@wirearchy/domain/mentoring/testing'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as programme from './index.ts'
import { JoinProgramme, SaveRules } from './input.ts'

let house: ReturnType<typeof testHouse>
let lead = ''
let slug = ''
const who: Record<string, string> = {}
const MENTEES = ['Ana', 'Ben', 'Cy', 'Dee']
const MENTORS = ['Grace', 'Hal']

beforeEach(async () => {
  house = testHouse('2026-01-05')
  lead = await house.person('Lena')
  for (const name of [...MENTEES, ...MENTORS, 'Zed']) who[name] = await house.person(name)
  slug = await house.trainedTogether(MENTEES.map((name) => who[name] ?? ''))
  const earlier = await house.trainedTogether(
    MENTORS.map((name) => who[name] ?? ''),
    {
      startedOn: '2020-09-01',
      finishedOn: '2021-07-01',
    },
  )
  await leads(slug)
  await leads(earlier)
  for (const name of MENTORS) await offers(house, who[name] ?? '', { places: { year: 2 } })
})
afterEach(() => house.close())

const leads = (groupId: string) =>
  house.store.tx((tx) =>
    tx
      .insert(groupLeads)
      .values({ id: newId(1), personId: lead, groupId, startedOn: '2020-01-01', grantedBy: 'operator' }),
  )
const id = (name: string) => who[name] ?? ''

/** A programme with everybody in it, each by their own yes. */
async function gathered(places = 2) {
  const { programmeId } = await programme.createProgramme(house.as(lead), {
    ...{ slug, name: 'Mentors for our first year', unit: 'year', startsOn: '2026-01-12' },
  })
  const ask = (side: 'mentor' | 'mentee', names: string[]) =>
    programme.addPeople(house.as(lead), { programmeId, side, personIds: names.map(id) })
  await ask('mentee', MENTEES)
  await ask('mentor', MENTORS)
  for (const name of [...MENTEES, ...MENTORS])
    await programme.joinProgramme(
      house.as(id(name)),
      JoinProgramme.parse({ programmeId, subject: 'Physics', town: 'Leeds', places }),
    )
  return programmeId
}

async function wishing(wishes: Record<string, string[]>) {
  const programmeId = await gathered()
  await programme.openWishes(house.as(lead), { programmeId, days: 10 })
  for (const [name, others] of Object.entries(wishes))
    await programme.saveWishes(house.as(id(name)), {
      programmeId,
      wishes: others.map((other, at) => ({ personId: id(other), rank: at + 1 })),
    })
  house.itIs('2026-02-02')
  return programmeId
}

const run = async (programmeId: string) => {
  const { no } = await programme.runMatch(house.as(lead), { programmeId })
  return programme.runPage(house.as(lead), { programmeId, no })
}
const pairsIn = ({ lines }: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(lines.map(({ mentee, mentor }) => [mentee, mentor]))

it('asks members as mentees, and as mentors those who offer it, and takes nobody without their own yes', async () => {
  const { programmeId } = await programme.createProgramme(house.as(lead), {
    ...{ slug, name: 'Mentors', unit: 'year', startsOn: '2026-01-12' },
  })
  const before = await programme.peoplePage(house.as(lead), { programmeId })
  expect(before.mentees.map(({ name }) => name)).toEqual(MENTEES)
  expect(before.mentors.map(({ name, how }) => [name, how])).toEqual([
    ['Grace', 'offers'],
    ['Hal', 'offers'],
  ])
  const ask = (personId: string) =>
    programme.addPeople(house.as(lead), { programmeId, side: 'mentee', personIds: [personId] })
  await expect(ask(id('Zed'))).rejects.toMatchObject({ code: 'not_found' })
  await ask(id('Ana'))
  await expect(programme.runMatch(house.as(lead), { programmeId })).rejects.toMatchObject({
    code: 'conflict',
  })
})

it('gives everybody the mentor they wish for when there is room, and says how many without saying who', async () => {
  const programmeId = await wishing({ Ana: ['Grace'], Ben: ['Grace', 'Hal'], Cy: ['Hal'], Dee: ['Hal'] })
  const page = await run(programmeId)
  expect(pairsIn(page)).toEqual({ Ana: 'Grace', Ben: 'Grace', Cy: 'Hal', Dee: 'Hal' })
  expect(page.figures).toMatchObject({ matched: 4, unmatched: 0, blockingPairs: 0, firstChoice: null })
  expect(JSON.stringify(page)).not.toMatch(/choice"?:\s*1|rank/)
})

it('lets wishes be changed until the last day of the window, and matches only after it', async () => {
  const programmeId = await gathered()
  const { wishesUntil } = await programme.openWishes(house.as(lead), { programmeId, days: 10 })
  expect(wishesUntil).toBe('2026-01-19')
  house.itIs('2026-01-19')
  const wish = { programmeId, wishes: [{ personId: id('Hal'), rank: 1 }] }
  await programme.saveWishes(house.as(id('Ana')), wish)
  await expect(programme.runMatch(house.as(lead), { programmeId })).rejects.toMatchObject({
    code: 'conflict',
  })
  house.itIs('2026-01-20')
  await expect(programme.saveWishes(house.as(id('Ana')), wish)).rejects.toMatchObject({ code: 'conflict' })
  await programme.runMatch(house.as(lead), { programmeId })
})

it('shows wishes to their owner alone: not to who is wished for, nor to the lead, nor in the ledger', async () => {
  const programmeId = await wishing({ Ana: ['Grace', 'Hal'] })
  const own = await programme.wishesPage(house.as(id('Ana')), { programmeId })
  expect(own.people.map(({ name, rank }) => [name, rank])).toEqual([
    ['Grace', 1],
    ['Hal', 2],
  ])
  const theirs = await programme.wishesPage(house.as(id('Grace')), { programmeId })
  expect(theirs.people.map(({ rank }) => rank)).toEqual([null, null, null, null])
  await expect(programme.wishesPage(house.as(lead), { programmeId })).rejects.toMatchObject({
    code: 'not_found',
  })
  const told = JSON.stringify(await house.store.read.select().from(ledger))
  expect(told).not.toContain('wished')
  expect(told).not.toContain('rank')
})

it('never puts together whom either keeps apart from, and gives the same words as when nobody fits', async () => {
  const programmeId = await wishing({ Ana: ['Grace'] })
  await house.store.tx(async (tx) => {
    const why = 'dispute' as const
    await tx
      .insert(keptApart)
      .values({ id: newId(1), personId: id('Grace'), otherId: id('Ana'), why, createdAt: 1 })
    await tx.insert(blocks).values({ id: newId(2), blockerId: id('Ana'), blockedId: id('Hal'), createdAt: 1 })
  })
  const page = await run(programmeId)
  expect(pairsIn(page).Ana).toBeNull()
  expect(page.lines.find(({ mentee }) => mentee === 'Ana')?.reasons).toEqual(['no_candidates'])
  const { no } = page
  const choices = await programme.pairPage(house.as(lead), { programmeId, no, menteeId: id('Ana') })
  expect(choices.mentors).toEqual([])
})

it('follows the rules: another subject rules a pair out until the lead lets it count less', async () => {
  const programmeId = await gathered()
  await programme.joinProgramme(
    house.as(id('Grace')),
    JoinProgramme.parse({ programmeId, subject: 'History', places: 4 }),
  )
  await programme.removePerson(house.as(lead), { programmeId, personId: id('Hal') })
  expect((await run(programmeId)).figures).toMatchObject({ matched: 0, unmatched: 4 })
  const loose = { travel: 0, most: 50, subject: 4, phase: 2, town: 3, known: 1, wished: 5 }
  await programme.saveRules(house.as(lead), SaveRules.parse({ programmeId, ...loose }))
  expect((await run(programmeId)).figures).toMatchObject({ matched: 4, unmatched: 0 })
})

it('holds two together and rules two out in every run', async () => {
  const programmeId = await wishing({ Ana: ['Grace'], Ben: ['Grace'], Cy: ['Grace'], Dee: ['Grace'] })
  const fix = (mentee: string, mentor: string, does: 'bar' | 'lock') =>
    programme.addFix(house.as(lead), {
      ...{ programmeId, menteeId: id(mentee), mentorId: id(mentor), does, reason: null },
    })
  await fix('Ana', 'Hal', 'lock')
  const { fixId } = await fix('Ben', 'Grace', 'bar')
  const page = await run(programmeId)
  expect(pairsIn(page)).toMatchObject({ Ana: 'Hal', Ben: 'Hal' })
  expect(page.lines.find(({ mentee }) => mentee === 'Ana')?.isLocked).toBe(true)
  await programme.liftFix(house.as(lead), { programmeId, fixId })
  await fix('Ben', 'Grace', 'lock')
  expect(pairsIn(await run(programmeId))).toMatchObject({ Ana: 'Hal', Ben: 'Grace' })
})

it('holds no more people for a mentor than the places they give by now, and matches all the same', async () => {
  const programmeId = await gathered()
  for (const name of ['Ana', 'Ben'])
    await programme.addFix(house.as(lead), {
      ...{ programmeId, menteeId: id(name), mentorId: id('Hal'), does: 'lock', reason: null },
    })
  const fewer = { programmeId, subject: 'Physics', town: 'Leeds', places: 1 }
  await programme.joinProgramme(house.as(id('Hal')), JoinProgramme.parse(fewer))
  const page = await run(programmeId)
  expect(page.lines.filter(({ isLocked }) => isLocked).map(({ mentor }) => mentor)).toEqual(['Hal'])
  expect(page.figures).toMatchObject({ matched: 3, unmatched: 1 })
})

it('lets a lead override with a reason, and counts no more who would rather have whom', async () => {
  const programmeId = await wishing({ Ana: ['Grace'], Ben: ['Grace'], Cy: ['Hal'] })
  await programme.removePerson(house.as(lead), { programmeId, personId: id('Dee') })
  const { no } = await run(programmeId)
  const change = { programmeId, no, menteeId: id('Ana'), reason: 'They teach next door to each other.' }
  await programme.overridePair(house.as(lead), { ...change, mentorId: id('Hal') })
  const page = await programme.runPage(house.as(lead), { programmeId, no })
  expect(pairsIn(page).Ana).toBe('Hal')
  const { line, mentors } = await programme.pairPage(house.as(lead), { ...change, menteeId: id('Ben') })
  expect([line.mentor, mentors]).toEqual(['Grace', []])
  expect(page.figures).toMatchObject({ blockingPairs: null, byHand: 1 })
  expect(page.lines.find(({ mentee }) => mentee === 'Ana')?.override).toBe(
    'They teach next door to each other.',
  )
  const full = programme.overridePair(house.as(lead), { ...change, menteeId: id('Ben'), mentorId: id('Hal') })
  await expect(full).rejects.toMatchObject({ code: 'bad_input' })
})

it('compares two runs by whose mentor differs', async () => {
  const programmeId = await wishing({ Ana: ['Grace'], Ben: ['Grace'], Cy: ['Hal'], Dee: ['Hal'] })
  await run(programmeId)
  await programme.addFix(house.as(lead), {
    ...{ programmeId, menteeId: id('Ana'), mentorId: id('Grace'), does: 'bar', reason: null },
  })
  await run(programmeId)
  const compared = await programme.compareRuns(house.as(lead), { programmeId, one: 1, other: 2 })
  expect(compared.changes[0]).toMatchObject({ mentee: 'Ana', was: 'Grace' })
  expect(compared.changes[0]?.is).not.toBe('Grace')
  expect(compared.same + compared.changes.length).toBe(4)
})

it('publishes once, whoever asks how often at the same moment: one mentoring and one letter each', async () => {
  for (const name of MENTEES)
    await house.store.tx((tx) =>
      giveAccount(tx, house.ctx(), { personId: id(name), email: `${name.toLowerCase()}@example.com` }),
    )
  const programmeId = await wishing({ Ana: ['Grace'], Ben: ['Grace'], Cy: ['Hal'] })
  const { no } = await run(programmeId)
  const publish = () => programme.publishRun(house.as(lead), { programmeId, no })
  const answers = await Promise.all(Array.from({ length: 8 }, publish))
  expect(answers).toEqual(Array.from({ length: 8 }, () => ({ pairs: 4 })))
  expect(await house.store.read.$count(mentorships)).toBe(4)
  const letters = await house.store.read.select().from(mails).where(eq(mails.kind, 'programme_matched'))
  expect(letters.map(({ to }) => to).sort()).toEqual(
    MENTEES.map((name) => `${name.toLowerCase()}@example.com`),
  )
  expect(letters.map(({ text }) => text).join('\n')).not.toMatch(/wish|choice/)
  const page = await programme.programmePage(house.as(id('Ana')), { programmeId })
  expect(page.pairs).toMatchObject([{ name: 'Grace', side: 'mentee', choice: 1 }])
  const grace = await programme.programmePage(house.as(id('Grace')), { programmeId })
  expect(grace.pairs.map(({ name, choice }) => [name, choice])).toEqual([
    ['Ana', null],
    ['Ben', null],
  ])
})

it('publishes nothing when somebody stepped out, or came to be kept apart, since the run', async () => {
  const programmeId = await wishing({ Ana: ['Grace'] })
  const { no } = await run(programmeId)
  await programme.leaveProgramme(house.as(id('Ana')), { programmeId })
  const publish = (of: number) => programme.publishRun(house.as(lead), { programmeId, no: of })
  await expect(publish(no)).rejects.toMatchObject({ code: 'conflict' })
  const again = await run(programmeId)
  const [line] = again.lines
  await house.store.tx((tx) =>
    tx.insert(blocks).values({
      ...{ id: newId(3), blockerId: line?.menteeId ?? '', blockedId: line?.mentorId ?? '', createdAt: 1 },
    }),
  )
  await expect(publish(again.no)).rejects.toMatchObject({ code: 'conflict' })
  expect(await house.store.read.$count(mentorships)).toBe(0)
})

it('keeps a published programme as it was', async () => {
  const programmeId = await wishing({})
  const { no } = await run(programmeId)
  await programme.publishRun(house.as(lead), { programmeId, no })
  const late = [
    programme.runMatch(house.as(lead), { programmeId }),
    programme.closeProgramme(house.as(lead), { programmeId }),
    programme.leaveProgramme(house.as(id('Ana')), { programmeId }),
    programme.removePerson(house.as(lead), { programmeId, personId: id('Ana') }),
  ]
  for (const change of late) await expect(change).rejects.toMatchObject({ code: 'gone' })
})

it('is there for its lead and its people, and for nobody else', async () => {
  const programmeId = await gathered()
  const stranger = house.as(id('Zed'))
  for (const ask of [
    programme.programmePage,
    programme.peoplePage,
    programme.rulesPage,
    programme.wishesPage,
  ])
    await expect(ask(stranger, { programmeId })).rejects.toMatchObject({ code: 'not_found' })
  const ana = house.as(id('Ana'))
  await expect(programme.peoplePage(ana, { programmeId })).rejects.toMatchObject({ code: 'not_found' })
  expect((await programme.programmePage(ana, { programmeId })).lead).toBeNull()
  expect((await programme.myProgrammes(ana)).mine.map(({ name }) => name)).toEqual([
    'Mentors for our first year',
  ])
  expect((await programme.programmesOf(house.as(lead), { slug })).programmes).toHaveLength(1)
})
