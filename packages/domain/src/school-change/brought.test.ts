import { mails } from '@wirearchy/db'
import { ledgerHead } from '@wirearchy/domain/ledger'
import { tiesOf } from '@wirearchy/domain/network'
import { erase } from '@wirearchy/domain/person'
import { grantSchoolLead, importStint, move, startMentorship } from '@wirearchy/domain/stint'
import { Move } from '@wirearchy/domain/stint/input'
import { afterEach, expect, it } from 'vitest'
import { type ChangeHouse, changeHouse } from './testing.ts'

let house: ChangeHouse
afterEach(() => house.close())

/** Three schools; Ana is at the first and the third, Bea at the third, Ben at the second. */
async function threeSchools() {
  house = changeHouse('2026-07-01')
  const a = await house.register.row('100001', { name: 'Ashfield' })
  const b = await house.register.row('100002', { name: 'Moorside' })
  const c = await house.register.row('100003', { name: 'Crown' })
  const [ana, ben, bea] = [
    await house.at('Ana', a, '2024-09-01'),
    await house.at('Ben', b, '2020-09-01'),
    await house.at('Bea', c, '2020-09-01'),
  ]
  return { c, ana, ben, bea }
}
const stayOf = async (personId: string, schoolId: string) =>
  (await house.stints()).find(
    (row) => row.personId === personId && row.schoolId === schoolId && !row.voidedAt,
  )?.id ?? ''
const schoolOf = async (personId: string) => (await house.schoolsOf(personId))[0] ?? ''
const tiesBetween = async (one: string, other: string) =>
  (await tiesOf(house.as(one)))
    .filter(({ otherId }) => otherId === other)
    .map(({ kind, startedOn, finishedOn }) => [kind, startedOn, finishedOn])

it('ends the stay that a merger brought there, and neither the one beside it nor its mentoring, when its owner left it', async () => {
  const { c, ana, bea } = await threeSchools()
  const beside = { personId: ana, schoolId: c, kind: 'employed' as const, role: 'new_teacher' as const }
  await house.store.tx((tx) =>
    importStint(tx, house.ctx(), { ...beside, startedOn: '2025-09-01', finishedOn: null }),
  )
  await house.register.closes('100001', '2026-08-31')
  await house.register.link('100001', '100002', 'Successor - merged')
  house.itIs('2026-11-02')
  await house.daily()
  await grantSchoolLead(house.ctx(), { personId: bea, schoolId: c })
  const pair = { mentorStintId: await stayOf(bea, c), menteeStintId: await stayOf(ana, c) }
  await startMentorship(house.as(bea), { ...pair, startsOn: '2026-11-02' })
  const brought = (await house.stints()).find((row) => row.personId === ana && row.source === 'system')
  const left = { destination: 'undecided', leaving: [brought?.id], leaveOn: '2026-10-12' }
  await move(house.as(ana), Move.parse(left))
  const before = await tiesBetween(ana, bea)
  await house.register.closes('100002', '2026-10-09')
  await house.register.link('100002', '100003', 'Successor - merged')
  await house.daily()
  expect(await house.stays(ana)).toEqual([
    ['Ashfield', '2024-09-01', '2026-08-31'],
    ['Crown', '2025-09-01', null],
    ['Moorside', '2026-09-01', '2026-10-09'],
  ])
  expect(await tiesBetween(ana, bea)).toEqual(before)
  expect(before).toContainEqual(['mentor', '2026-11-02', null])
})

it('takes the place of somebody erased along with the school, for those who were tied to it', async () => {
  const { ana, ben } = await threeSchools()
  const cy = await house.person('Cy')
  const at = {
    personId: cy,
    schoolId: await schoolOf(ana),
    kind: 'employed' as const,
    role: 'teacher' as const,
  }
  house.itIs('2026-11-02')
  await house.store.tx((tx) =>
    importStint(tx, house.ctx(), { ...at, startedOn: '2026-10-05', finishedOn: null }),
  )
  await erase(house.ctx(), { personId: ana, reason: 'She asked.' })
  const before = await tiesBetween(cy, ana)
  expect(before).toEqual([['school', '2026-10-05', null]])
  await house.register.closes('100001', '2026-08-31')
  await house.register.link('100001', '100002', 'Successor - merged')
  await house.daily()
  expect(await tiesBetween(cy, ana)).toEqual(before)
  expect(await tiesBetween(ben, ana)).toEqual([['school', '2026-09-01', null]])
  expect(await house.store.read.$count(mails)).toBe(0)
  const seq = await ledgerHead(house.store.read)
  await house.daily()
  expect(await ledgerHead(house.store.read)).toBe(seq)
})

const NEWS = ['the merger', 'the new number'] as const

it.each([
  ['the merger first', [...NEWS]],
  ['the new number first', NEWS.toReversed()],
])(
  'makes colleagues from the merger on of who came to a school under a number that it has only since: %s',
  async (_, order) => {
    const { ana, ben, bea } = await threeSchools()
    await house.register.row('100009', { name: 'Moorside Academy', openedOn: '2026-09-20' })
    house.itIs('2026-11-02')
    for (const news of order) {
      if (news === 'the merger') {
        await house.register.closes('100001', '2026-08-31')
        await house.register.link('100001', '100009', 'Successor - merged')
      } else {
        await house.register.closes('100002', '2026-09-19')
        await house.register.link('100002', '100009')
      }
      await house.daily()
    }
    expect(await house.stays(ana)).toEqual([
      ['Ashfield', '2024-09-01', '2026-08-31'],
      ['Moorside Academy', '2026-09-01', null],
    ])
    expect(await house.stays(ben)).toEqual([['Moorside Academy', '2020-09-01', null]])
    expect(await tiesBetween(ana, ben)).toEqual([['school', '2026-09-01', null]])
    expect(await tiesBetween(ana, bea)).toEqual([])
  },
)
