import { mentorships, sql } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { nextNo } from '@wirearchy/domain/ledger'
import { openNetworkIndex, tieRows } from '@wirearchy/domain/network'
import { addWords, proposeSchool, schoolByRef, searchSchools, wordsOf } from '@wirearchy/domain/school'
import { importStint, move } from '@wirearchy/domain/stint'
import { Move } from '@wirearchy/domain/stint/input'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerWhichSchool } from './answer-which-school.ts'
import { decidePending } from './decide-pending.ts'
import { grantReviewer } from './grant-reviewer.ts'
import { AnswerWhichSchool, DecidePending } from './input.ts'
import { pendingSchool } from './pending-school.ts'
import { pendingSchools } from './pending-schools.ts'
import { undoPending } from './undo-pending.ts'
import { whichSchool } from './which-school.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben, cy, ruth, told, listed] = ['', '', '', '', '', '']
const BARRA = { name: 'Barra Academy', town: 'Castlebay', nation: 'scotland' as const }

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ana = await house.person('Ana')
  ben = await house.person('Ben')
  cy = await house.person('Cy')
  ruth = await house.person('Ruth')
  await grantReviewer(house.ctx(), { personId: ruth })
  listed = await house.school('Barra Academy', 'Castlebay')
  told = (await proposeSchool(house.as(ana), { ...BARRA, seedCode: '6231034' })).id
  await imported(ana, told, '2024-08-19')
  await imported(ben, told, '2023-08-21', '2025-06-27')
  await imported(cy, listed, '2025-01-06')
})
afterEach(() => house.close())

const imported = (personId: string, schoolId: string, startedOn: string, finishedOn: string | null = null) =>
  house.store.tx((tx) =>
    importStint(tx, house.ctx(), {
      ...{ personId, schoolId, startedOn, finishedOn },
      ...{ kind: 'employed', role: 'teacher' },
    }),
  )
const decides = (outcome: 'listed' | 'own' | 'not_a_school', rest = {}) =>
  decidePending(house.as(ruth), DecidePending.parse({ schoolId: told, outcome, ...rest }))
const rows = (query: ReturnType<typeof sql>) => house.store.read.rows<Record<string, string | null>>(query)
/** Live stays of a person: where, from, to, role. */
const stays = async (personId: string) =>
  (
    await rows(sql`select s.school_id as school, s.started_on as began, s.finished_on as ended, r.role as role
      from stints s left join stint_roles r on r.stint_id = s.id and r.voided_at is null
      where s.person_id = ${personId} and s.voided_at is null order by s.started_on`)
  ).map(({ school, began, ended, role }) => [school, began, ended, role])
/** Everybody a person is tied to, how, and for which days. */
const ties = async (personId: string) =>
  (
    await rows(sql`select other_id as other, kind, started_on as began, finished_on as ended
      from (${tieRows(personId, house.today(), house.today())}) t order by 1, 2, 3`)
  ).map(({ other, kind, began, ended }) => [other, kind, began, ended])
const entries = async () => (await rows(sql`select type from ledger order by seq`)).map(({ type }) => type)

it('shows a reviewer what was told and what it may be, never by whom, and no small number of people', async () => {
  const { schools, total } = await pendingSchools(house.as(ruth), {})
  expect([total, schools[0]]).toMatchObject([1, { name: 'Barra Academy', seedCode: '6231034', people: null }])
  const one = await pendingSchool(house.as(ruth), { schoolId: told })
  for (const somebody of [ana, ben]) expect(JSON.stringify([schools, one])).not.toContain(somebody)
})

it('finds the listed school that is likely meant by its name and town', async () => {
  const school = { id: listed, name: 'Barra Academy', town: 'Castlebay', isClosed: false, refs: ['100001'] }
  await house.store.tx((tx) => addWords(tx, wordsOf(school)))
  const { matches } = await pendingSchool(house.as(ruth), { schoolId: told })
  expect(matches.map(({ id }) => id)).toEqual([listed])
})

it('puts everybody’s stays to the listed school on the same days: ties are kept to the day, and its own people are met', async () => {
  const before = await ties(ana)
  expect(before).toEqual([[ben, 'school', '2024-08-19', '2025-06-27']])
  await decides('listed', { toSchoolId: listed, why: 'The same school, in the list since May.' })
  expect(await stays(ana)).toEqual([[listed, '2024-08-19', null, 'teacher']])
  expect(await stays(ben)).toEqual([[listed, '2023-08-21', '2025-06-27', 'teacher']])
  expect(await ties(ana)).toEqual(
    [...before, [cy, 'school', '2025-01-06', null]].sort((one, other) =>
      String(one) < String(other) ? -1 : 1,
    ),
  )
  expect((await notices(house.as(ben))).map(({ text, href }) => [text, href])).toEqual([
    ['A school that you wrote down by name is in the list now. Is it the right one?', '/story'],
  ])
  expect(await entries()).toContain('school.decided')
})

it('leads old addresses, the same name and the same SEED code to the listed school from then on', async () => {
  await decides('listed', { toSchoolId: listed })
  expect((await schoolByRef(house.as(ben), told)).id).toBe(listed)
  expect(await proposeSchool(house.as(ana), BARRA)).toEqual({ id: listed })
  expect(await proposeSchool(house.as(cy), { ...BARRA, name: 'Barra', seedCode: '6231034' })).toEqual({
    id: listed,
  })
  expect(await searchSchools(house.as(ana), { q: '6231034' })).toEqual([])
})

it('keeps a school’s own mentoring through the change, and puts everything back to the day when it is undone', async () => {
  const [anas, bens] = await rows(
    sql`select id from stints where school_id = ${told} order by person_id = ${ben}`,
  )
  const days = { startedOn: '2024-09-02', finishedOn: '2025-06-20' }
  await house.store.tx(async (tx) => {
    const row = {
      id: '0197c000-0000-7000-8000-000000000001',
      no: await nextNo(tx, 'mentorships'),
      createdAt: 1,
    }
    const two = { mentorId: ben, menteeId: ana, mentorStintId: bens?.id, menteeStintId: anas?.id }
    await tx.insert(mentorships).values({ ...row, ...two, ...days, kind: 'statutory' })
  })
  const before = { ties: await ties(ana), stays: [await stays(ana), await stays(ben)] }
  await decides('listed', { toSchoolId: listed })
  expect(await ties(ana)).toEqual(expect.arrayContaining(before.ties))
  expect((await ties(ana)).length).toBe(before.ties.length + 1)
  await undoPending(house.as(ruth), { schoolId: told })
  expect({ ties: await ties(ana), stays: [await stays(ana), await stays(ben)] }).toEqual(before)
  expect((await pendingSchools(house.as(ruth), {})).total).toBe(1)
  expect((await searchSchools(house.as(ana), { q: '6231034' })).map(({ id }) => id)).toEqual([told])
  expect((await schoolByRef(house.as(ana), told)).id).toBe(told)
})

it('leads the index of who shared what to where building it anew would, there and back', async () => {
  const index = await openNetworkIndex(house.store)
  const rebuilt = async () => (await openNetworkIndex(house.store)).dump()
  await decides('listed', { toSchoolId: listed })
  await index.catchUp()
  expect(index.dump()).toEqual(await rebuilt())
  await undoPending(house.as(ruth), { schoolId: told })
  await index.catchUp()
  expect(index.dump()).toEqual(await rebuilt())
})

it('keeps, when it is undone, what people have said of these stays since', async () => {
  await decides('listed', { toSchoolId: listed })
  const elsewhere = await house.school('Moorside')
  await move(
    house.as(ana),
    Move.parse({ destination: 'school', schoolId: elsewhere, startOn: '2026-01-12', leaveOn: '2026-01-09' }),
  )
  await undoPending(house.as(ruth), { schoolId: told })
  expect(await stays(ana)).toEqual([
    [told, '2024-08-19', '2026-01-09', 'teacher'],
    [elsewhere, '2026-01-12', null, null],
  ])
})

it('makes it a school of its own that everybody finds, under its nation’s number; undone, it waits again', async () => {
  await decides('own')
  expect((await searchSchools(house.as(cy), { q: 'barra' })).map(({ id }) => id)).toEqual([told])
  expect((await pendingSchools(house.as(ruth), { show: 'decided' })).schools[0]?.decision).toMatchObject({
    outcome: 'own',
  })
  await undoPending(house.as(ruth), { schoolId: told })
  expect(await searchSchools(house.as(cy), { q: 'barra' })).toEqual([])
  expect(await stays(ana)).toEqual([[told, '2024-08-19', null, 'teacher']])
})

it('takes a reference of Northern Ireland, and refuses one that another school has', async () => {
  const inBelfast = { name: 'Lagan School', town: 'Belfast', nation: 'northern_ireland' as const }
  const [one, other] = [
    await proposeSchool(house.as(ana), inBelfast),
    await proposeSchool(house.as(cy), { ...inBelfast, name: 'Lagan Primary' }),
  ]
  const own = (schoolId: string) =>
    decidePending(house.as(ruth), DecidePending.parse({ schoolId, outcome: 'own', ref: '123-4567' }))
  await own(one.id)
  await expect(own(other.id)).rejects.toThrow('123-4567 is Lagan School.')
  await expect(decides('own', { ref: '123-4567' })).rejects.toThrow('Leave it empty')
})

it('asks the people of what is no school which one they meant; nothing is lost meanwhile, and their answer keeps the days', async () => {
  await decides('not_a_school')
  expect(await stays(ana)).toEqual([[told, '2024-08-19', null, 'teacher']])
  expect(await ties(ana)).toEqual([[ben, 'school', '2024-08-19', '2025-06-27']])
  const [asked] = await whichSchool(house.as(ana))
  expect(asked).toMatchObject({ what: 'unknown', schoolName: 'Barra Academy' })
  expect((await notices(house.as(ana))).map(({ href }) => href)).toEqual([`/moving/school/${asked?.stintId}`])
  const answer = { stintId: asked?.stintId, answer: 'school' }
  await expect(answerWhichSchool(house.as(ana), AnswerWhichSchool.parse(answer))).rejects.toThrow(
    'Choose the school',
  )
  await answerWhichSchool(house.as(ana), AnswerWhichSchool.parse({ ...answer, schoolId: listed }))
  expect(await stays(ana)).toEqual([[listed, '2024-08-19', null, 'teacher']])
  expect(await whichSchool(house.as(ana))).toEqual([])
  expect(await whichSchool(house.as(cy))).toEqual([])
})

it('is decided once: a second answer is refused until the first is taken back', async () => {
  await decides('own')
  await expect(decides('not_a_school')).rejects.toThrow('Somebody has decided this already.')
  await expect(undoPending(house.as(ruth), { schoolId: listed })).rejects.toMatchObject({ code: 'not_found' })
  await expect(decides('listed', { toSchoolId: told })).rejects.toThrow()
})

it('is not there for anybody else, whoever told of it', async () => {
  for (const one of [ana, cy])
    for (const asked of [
      pendingSchools(house.as(one), {}),
      pendingSchool(house.as(one), { schoolId: told }),
      decidePending(house.as(one), DecidePending.parse({ schoolId: told, outcome: 'own' })),
      undoPending(house.as(one), { schoolId: told }),
    ])
      await expect(asked).rejects.toMatchObject({ code: 'not_found' })
})
