import { readdirSync, readFileSync } from 'node:fs'
import { answer, ask } from '@wirearchy/domain/connection'
import { notices, notify, readNotices } from '@wirearchy/domain/job'
import { rename } from '@wirearchy/domain/person'
import { block } from '@wirearchy/domain/safety'
import { addStint, grantSchoolLead, move, undoMove } from '@wirearchy/domain/stint'
import { AddStint, Move } from '@wirearchy/domain/stint/input'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { noticeWords } from './notice-words.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben] = ['', '']

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  await house.trainedTogether([ana, ben])
  const { requestId } = await ask(house.as(ana), { personId: ben, sentence: 'From the lab.' })
  await answer(house.as(ben), { requestId, answer: 'yes' })
})
afterEach(() => house.close())

it('tells the asker of a yes, until it is read', async () => {
  const told = async () => (await notices(house.as(ana))).map(({ text, href, isNew }) => [text, href, isNew])
  expect(await told()).toEqual([['Ben says that you know each other.', `/people/${ben}`, true]])
  await readNotices(house.as(ana))
  expect((await told())[0]?.[2]).toBe(false)
})

it('leaves questions to the place where they are answered', async () => {
  expect(await notices(house.as(ben))).toEqual([])
})

it('names a mover to the lead whom they chose to tell, in sight or not yet, while the move stands', async () => {
  const { texts, moveId } = await movesToALeadsSchool()
  expect(await texts()).toEqual(['Ana is joining your school.'])
  await undoMove(house.as(ana), { moveId })
  expect(await texts()).toEqual([])
})

it('names no mover past a block', async () => {
  const { lead } = await movesToALeadsSchool()
  await house.trainedTogether([ana, lead])
  await block(house.as(ana), { personId: lead })
  expect(await notices(house.as(lead))).toEqual([])
})

it('names a mover no longer to the lead of a school that she left, whatever she is called by then', async () => {
  const { texts } = await movesToALeadsSchool()
  house.itIs('2026-03-02')
  expect(await texts()).toEqual(['Ana is joining your school.'])
  await move(house.as(ana), Move.parse({ destination: 'leaving_teaching', leaveOn: '2026-03-06' }))
  house.itIs('2026-03-06')
  expect(await texts()).toEqual(['Ana is joining your school.'])
  house.itIs('2026-03-07')
  await rename(house.as(ana), { name: 'Anna', hidePrevious: true })
  expect(await texts()).toEqual([])
})

/** Ana tells St Hild’s that she starts there on 2 February; its lead has been there for years. */
async function movesToALeadsSchool() {
  const [lead, schoolId] = [await house.person('Priya'), await house.school('St Hild’s')]
  await addStint(house.as(lead), AddStint.parse({ schoolId, startedOn: '2015-09-01' }))
  await grantSchoolLead(house.ctx(), { personId: lead, schoolId })
  const telling = { ties: 'never', groups: 'never', new_school: 'now' }
  const to = { destination: 'school', schoolId, startOn: '2026-02-02', telling }
  const { moveId } = await move(house.as(ana), Move.parse(to))
  return { lead, moveId, texts: async () => (await notices(house.as(lead))).map(({ text }) => text) }
}

it('has a sentence for every kind of notice that is written', () => {
  const folder = new URL('..', import.meta.url).pathname
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  const kinds = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/personId[^\n]*kind: '([a-z]+[.][a-z]+)'/g)].map((found) => found[1] ?? ''),
    ),
  )
  expect(kinds.size).toBeGreaterThan(8)
  const told = { refs: {}, aboutId: null, about: 'Ana', group: 'Leeds' }
  const unsaid = [...kinds].filter((kind) => noticeWords({ ...told, kind }).text.includes('has news'))
  expect(unsaid).toEqual(['connection.asked'])
})

it('forgets whoever is out of sight by the time it is read', async () => {
  await block(house.as(ana), { personId: ben })
  expect(await notices(house.as(ana))).toEqual([])
})

it('keeps back what is to be told later', async () => {
  const later = house.ctx().now + 60_000
  await house.store.tx((tx) =>
    notify(tx, house.ctx(), [{ personId: ben, kind: 'moved', aboutPersonId: ana, showFrom: later }]),
  )
  expect(await notices(house.as(ben))).toEqual([])
  expect(await notices({ ...house.as(ben), now: later })).toMatchObject([{ href: `/people/${ana}` }])
})
