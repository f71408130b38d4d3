import { eq, establishmentLinks, establishments, schoolEstablishments, sql } from '@wirearchy/db'
import { onceStore } from '@wirearchy/domain/job'
import { followRegister } from '@wirearchy/domain/school-change'
import { importStint } from '@wirearchy/domain/stint'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerWhichSchool } from './answer-which-school.ts'
import { changePage } from './change-page.ts'
import { changesToReview } from './changes-to-review.ts'
import { decide, undo } from './decide.ts'
import { grantReviewer } from './grant-reviewer.ts'
import { AnswerWhichSchool, Decide } from './input.ts'
import { whichSchool } from './which-school.ts'

let house: ReturnType<typeof testHouse>
let ruth = ''
const at: Record<string, string> = {}

beforeEach(async () => {
  house = testHouse('2026-11-23')
  ruth = await house.person('Ruth')
  await grantReviewer(house.ctx(), { personId: ruth })
  await told('100', 'Harrow Lane School', 'closed', '2026-08-31')
  await told('101', 'Harrow Lane Primary', 'open')
  await told('102', 'Harrow Lane Upper', 'open')
  await told('103', 'Mill Infants', 'closed', '2025-08-31')
  await told('104', 'Mill Juniors', 'closed', '2025-08-31')
  for (const [from, to, type] of [
    ['100', '101', 'Successor - Split School'],
    ['100', '102', 'Successor - Split School'],
    ['103', '104', 'Successor - merged'],
    ['104', '103', 'Successor - merged'],
  ] as const)
    await linked(from, to, type)
})
afterEach(() => house.close())

/** One school as a register tells of it. */
async function told(ref: string, name: string, status: 'open' | 'closed', closedOn: string | null = null) {
  const id = await house.school(name)
  at[ref] = id
  await house.store.tx(async (tx) => {
    const seen = { firstSeenImport: 'i', lastSeenImport: 'i', rowHash: ref }
    await tx
      .insert(establishments)
      .values({ scheme: 'gias', ref, name, status, statusTold: status, closedOn, ...seen })
    await tx.insert(schoolEstablishments).values({ schoolId: id, scheme: 'gias', ref })
    await tx.rows(
      sql`update schools set status = ${status}, closed_on = ${closedOn} where id = ${id} returning id`,
    )
  })
}
const linked = (fromRef: string, toRef: string, linkType: string) =>
  house.store.tx((tx) =>
    tx
      .insert(establishmentLinks)
      .values({ fromRef, toRef, linkType, firstSeenImport: 'i', lastSeenImport: 'i' }),
  )
async function works(name: string, ref: string) {
  const personId = await house.person(name)
  const stay = { personId, schoolId: at[ref] ?? '', startedOn: '2024-09-01', finishedOn: null }
  await house.store.tx((tx) => importStint(tx, house.ctx(), { ...stay, kind: 'employed', role: 'teacher' }))
  return personId
}
const waiting = async () => (await changesToReview(house.as(ruth), {})).lines
const lineOf = async (ref: string) => (await waiting()).find(({ from }) => from.urn === ref)
const decides = (id: string, what: string, rest = {}) =>
  decide(house.as(ruth), Decide.parse({ id, what, ...rest }))
const stays = async (personId: string) => {
  const rows = await house.store.read.rows<Record<string, string | null>>(sql`select school_id as school,
    started_on as began, finished_on as ended from stints where person_id = ${personId} and voided_at is null order by 2`)
  return rows.map(({ school, began, ended }) => [
    Object.keys(at).find((ref) => at[ref] === school),
    began,
    ended,
  ])
}

it('lists what waits with both sides, and a number of people only from five on', async () => {
  for (const name of ['Ana', 'Ben', 'Cy', 'Dee']) await works(name, '100')
  await followRegister(house.ctx())
  expect((await lineOf('100'))?.people).toBeNull()
  await works('Eve', '100')
  const line = await lineOf('100')
  expect(line).toMatchObject({ kind: 'split', effectiveOn: '2026-08-31', people: 5, to: null })
  expect(
    (await changesToReview(house.as(ruth), { kind: 'merged' })).lines.map(({ from }) => from.urn),
  ).toEqual(expect.arrayContaining(['103', '104']))
})

it('shows of one change what the register said, link by link, and every school that may follow', async () => {
  await followRegister(house.ctx())
  const page = await changePage(house.as(ruth), { id: (await lineOf('100'))?.id ?? '' })
  expect(page.why).toMatch(/2 schools follow Harrow Lane School \(100\)/)
  expect(page.candidates.map(({ urn }) => urn)).toEqual(['101', '102'])
  expect(page.told.map(({ urn, statusTold }) => [urn, statusTold])[0]).toEqual(['100', 'closed'])
  expect(page.links.map(({ toUrn, linkType }) => [toUrn, linkType])).toEqual([
    ['101', 'Successor - Split School'],
    ['102', 'Successor - Split School'],
  ])
})

it('keeps a decision in the ledger with who took it, and what is taken back waits again', async () => {
  const ana = await works('Ana', '100')
  await followRegister(house.ctx())
  const { id = '' } = (await lineOf('100')) ?? {}
  const { changeId } = await decides(id, 'merged', {
    toSchoolId: at['102'],
    why: 'All went to the upper school.',
  })
  expect(await stays(ana)).toEqual([
    ['100', '2024-09-01', '2026-08-31'],
    ['102', '2026-09-01', null],
  ])
  expect(await lineOf('100')).toBeUndefined()
  expect(await changePage(house.as(ruth), { id: changeId })).toMatchObject({
    state: 'applied',
    decidedBy: 'me',
  })
  await undo(house.as(ruth), { id: changeId })
  expect(await stays(ana)).toEqual([['100', '2024-09-01', null]])
  expect(await lineOf('100')).toMatchObject({ state: 'undone' })
  const entries = await house.store.read.rows<{ actor: string }>(
    sql`select actor_id as actor from ledger where type like 'school_change.%' and actor_id is not null`,
  )
  expect(entries.length).toBeGreaterThanOrEqual(2)
  expect(entries.every(({ actor }) => actor === ruth)).toBe(true)
})

it('carries people on and back in one press of a button each, as the pages send it', async () => {
  const [ana, ben] = [await works('Ana', '100'), await works('Ben', '100')]
  await followRegister(house.ctx())
  const pressed = (verb: string) => {
    const ctx = house.as(ruth)
    return { ...ctx, store: onceStore(house.store, { viewer: ruth, verb, input: null, key: verb }, ctx) }
  }
  const { id = '' } = (await lineOf('100')) ?? {}
  const { changeId } = await decide(pressed('decide'), { id, what: 'merged', toSchoolId: at['102'] })
  for (const one of [ana, ben]) expect((await stays(one)).at(-1)).toEqual(['102', '2026-09-01', null])
  await undo(pressed('undo'), { id: changeId })
  for (const one of [ana, ben]) expect(await stays(one)).toEqual([['100', '2024-09-01', null]])
})

it('asks for the school that follows where there must be one, and turns down what is not so', async () => {
  await followRegister(house.ctx())
  const { id = '' } = (await lineOf('103')) ?? {}
  await expect(decides(id, 'merged')).rejects.toThrow('Choose the school that follows it.')
  await decides(id, 'nothing', { why: 'Both closed.' })
  expect(await lineOf('103')).toBeUndefined()
  expect((await changesToReview(house.as(ruth), { show: 'decided' })).lines).toMatchObject([
    { state: 'rejected' },
  ])
  await undo(house.as(ruth), { id })
  expect(await lineOf('103')).toMatchObject({ state: 'needs_review' })
})

it('asks whoever is at a split school where they are; an answer moves them alone, from the split on', async () => {
  const [ana, ben] = [await works('Ana', '100'), await works('Ben', '100')]
  await followRegister(house.ctx())
  const [asked] = await whichSchool(house.as(ana))
  expect(asked).toMatchObject({ what: 'split', lastDay: '2026-08-31', schoolName: 'Harrow Lane School' })
  expect(asked?.candidates.map(({ schoolId }) => schoolId)).toEqual([at['101'], at['102']])
  const answer = { stintId: asked?.stintId, answer: 'school', schoolId: at['102'] }
  await answerWhichSchool(house.as(ana), AnswerWhichSchool.parse(answer))
  expect(await stays(ana)).toEqual([
    ['100', '2024-09-01', '2026-08-31'],
    ['102', '2026-09-01', null],
  ])
  expect(await stays(ben)).toEqual([['100', '2024-09-01', null]])
  expect([await whichSchool(house.as(ana)), (await whichSchool(house.as(ben))).length]).toEqual([[], 1])
  await expect(answerWhichSchool(house.as(ben), AnswerWhichSchool.parse(answer))).rejects.toMatchObject({
    code: 'not_found',
  })
})

it('lets somebody say that they are still at the same place, and asks no more', async () => {
  const ana = await works('Ana', '100')
  await followRegister(house.ctx())
  const [asked] = await whichSchool(house.as(ana))
  await answerWhichSchool(
    house.as(ana),
    AnswerWhichSchool.parse({ stintId: asked?.stintId, answer: 'still' }),
  )
  expect(await stays(ana)).toEqual([['100', '2024-09-01', null]])
  expect(await whichSchool(house.as(ana))).toEqual([])
})

it('asks anew about what the rules did and a later file made doubtful; what stands is asked about no more', async () => {
  await told('105', 'Beck School', 'closed', '2026-07-31')
  await told('106', 'Dale School', 'open')
  await linked('105', '106', 'Successor - merged')
  await followRegister(house.ctx())
  expect(await lineOf('105')).toBeUndefined()
  await house.store.tx(async (tx) => {
    await tx.update(establishmentLinks).set({ removedAt: 1 }).where(eq(establishmentLinks.fromRef, '105'))
  })
  await followRegister(house.ctx())
  const doubtful = await lineOf('105')
  expect(doubtful).toMatchObject({ state: 'applied', kind: 'merged', why: expect.any(String) })
  await decides(doubtful?.id ?? '', 'as_told', { why: 'Dale took the pupils in.' })
  expect(await lineOf('105')).toBeUndefined()
  expect(await followRegister(house.ctx())).toMatchObject({ applied: 0, needsReview: 0 })
  expect(await lineOf('105')).toBeUndefined()
  const decided = await changesToReview(house.as(ruth), { show: 'decided' })
  expect(decided.lines.map(({ why }) => why)).toEqual(['Dale took the pupils in.'])
})

it('lets one school of a circle become the other, and never both', async () => {
  await followRegister(house.ctx())
  const [infants, juniors] = [await lineOf('103'), await lineOf('104')]
  await decides(infants?.id ?? '', 'merged', { toSchoolId: at['104'] })
  const other = decides(juniors?.id ?? '', 'merged', { toSchoolId: at['103'] })
  await expect(other).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Undo that first'),
  })
  await undo(house.as(ruth), { id: infants?.id ?? '', why: undefined })
  await decides(juniors?.id ?? '', 'merged', { toSchoolId: at['103'] })
})
