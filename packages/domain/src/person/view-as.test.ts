import { groupLeads, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import {
  audiences,
  careerLine,
  editProfile,
  type Profile,
  profileOf,
  setAudience,
  setUp,
  startPause,
  viewAs,
} from '@wirearchy/domain/person'
import { testHouse } from '@wirearchy/domain/testing'
import { type AudienceField, DEFAULT_LEVELS, LEVELS, type Level } from '@wirearchy/domain/visibility'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { EditProfile } from './input.ts'

const seed = Number(process.env.SEED)
console.log(`fast-check seed ${seed}`)

let house: ReturnType<typeof testHouse>
let [ana, ben, lead, cy] = ['', '', '', '']
let [ashfield, brook, carr] = ['', '', '']

const stay = (
  schoolId: string,
  startedOn: string,
  finishedOn: string | null,
  audience: Level | null = null,
) =>
  house.store.tx(async (tx) => {
    const row = { id: newId(house.ctx().now), no: await nextNo(tx, 'stints'), personId: ana, schoolId }
    const days = { startedOn, finishedOn, audience, createdAt: house.ctx().now }
    await tx.insert(stints).values({ ...row, ...days, kind: 'employed', source: 'self', confidence: 'told' })
    return row.id
  })

/** Ana has trained with Ben, under a lead; she was at Ashfield, is at Brook, and will be at Carr. Cy is a stranger. */
beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  ;[lead, cy] = [await house.person('Lena'), await house.person('Cy')]
  const groupId = await house.trainedTogether([ana, ben])
  await house.store.tx((tx) =>
    tx.insert(groupLeads).values({
      id: newId(house.ctx().now),
      personId: lead,
      groupId,
      startedOn: '2024-09-01',
      grantedBy: lead,
    }),
  )
  ;[ashfield, brook] = [await house.school('Ashfield'), await house.school('Brook')]
  carr = await house.school('Carr')
  await stay(ashfield, '2024-01-08', '2025-08-31')
  await stay(brook, '2025-09-01', '2026-08-31')
  await stay(carr, '2026-09-01', null)
  const said = {
    stage: 'first_year',
    nation: 'wales',
    phase: 'secondary',
    subjects: 'Physics, maths, Physics',
  }
  await editProfile(house.as(ana), EditProfile.parse({ ...said, pronouns: 'she/her', askMeAbout: 'Labs' }))
})
afterEach(() => house.close())

const seen = ({ name, lines, now, before, next, away }: Profile) => [
  name,
  ...lines.map(({ field, text }) => `${field}: ${text}`),
  ...now.map(({ schoolName }) => `now ${schoolName}`),
  ...before.map(({ schoolName }) => `before ${schoolName}`),
  ...next.map(({ schoolName }) => `next ${schoolName}`),
  ...(away ? [`away ${away.until}`] : []),
]
const asLevel = async (level: Level) => seen((await viewAs(house.as(ana), { level })) as Profile)
const by = async (viewer: string) => seen(await profileOf(house.as(viewer), { id: ana }))

it('shows by default: name to whoever has sight, what I teach to ties and groups, where I am to ties', async () => {
  const teaches = [
    'pronouns: she/her',
    'stage: NQT',
    'phase: Secondary',
    'subjects: Physics, maths',
    'ask_me_about: Labs',
  ]
  expect(await asLevel('members')).toEqual(['Ana'])
  expect(await asLevel('schools')).toEqual(['Ana'])
  expect(await asLevel('groups')).toEqual(['Ana', ...teaches])
  expect(await asLevel('ties')).toEqual(['Ana', ...teaches, 'now Brook'])
  expect(await asLevel('only_me')).toEqual(['Ana', ...teaches, 'now Brook', 'before Ashfield', 'next Carr'])
})

it('serves real viewers what the preview promised: a tie, a lead, oneself, and a stranger nothing', async () => {
  expect(await by(ben)).toEqual(await asLevel('ties'))
  expect(await by(lead)).toEqual(await asLevel('groups'))
  expect(await by(ana)).toEqual(await asLevel('only_me'))
  await expect(by(cy)).rejects.toMatchObject({ code: 'not_found' })
  expect(seen((await viewAs(house.as(ana), { personId: ben })) as Profile)).toEqual(await by(ben))
  await expect(viewAs(house.as(ana), { personId: cy })).rejects.toMatchObject({ code: 'not_found' })
})

it('22. hides the current school from everybody while the person stays in sight', async () => {
  await setAudience(house.as(ana), { current_school: 'only_me' })
  expect(await by(ben)).not.toContain('now Brook')
  expect((await by(ben))[0]).toBe('Ana')
  expect((await careerLine(house.as(ben), { id: ana })).items.map(({ title }) => title)).toEqual([
    'Leeds PGCE Physics',
  ])
  expect((await careerLine(house.as(ana), { id: ana })).items.map(({ title }) => title)).toEqual([
    'Ashfield',
    'Leeds PGCE Physics',
    'Brook',
    'Carr',
  ])
})

it('22. hides the school they moved to, whatever they said when moving, and shows it again', async () => {
  const level = async () =>
    (await audiences(house.as(ana))).find(({ field }) => field === 'current_school')?.level
  await stay(await house.school('Dale'), '2025-10-01', null, 'groups')
  expect([await by(ben), await level()]).toEqual([expect.arrayContaining(['now Dale']), 'groups'])
  await setAudience(house.as(ana), { current_school: 'only_me' })
  expect([(await by(ben)).filter((line) => line.startsWith('now')), await level()]).toEqual([[], 'only_me'])
  await setAudience(house.as(ana), { current_school: 'ties' })
  expect(await by(ben)).toEqual(expect.arrayContaining(['now Brook', 'now Dale']))
})

it('keeps a quiet move quiet when another setting is saved from the same form', async () => {
  await stay(await house.school('Dale'), '2025-10-01', null, 'only_me')
  const form = (await audiences(house.as(ana))).map(({ field, level }) => [field, level])
  await setAudience(house.as(ana), { ...Object.fromEntries(form), languages: 'ties' })
  expect(await by(ben)).not.toContain('now Dale')
})

it('says to nobody but oneself that a stay will end, until its last day is over', async () => {
  const lastDays = async (viewer: string) => [
    (await profileOf(house.as(viewer), { id: ana })).now.map(({ finishedOn }) => finishedOn),
    (await careerLine(house.as(viewer), { id: ana })).items.filter(({ when }) => when === 'now')[0]
      ?.finishedOn,
  ]
  expect(await lastDays(ana)).toEqual([['2026-08-31'], '2026-08-31'])
  expect(await lastDays(ben)).toEqual([[null], null])
  expect((await viewAs(house.as(ana), { level: 'ties' }))?.now[0]?.finishedOn).toBeNull()
  await setAudience(house.as(ana), { past_stints: 'ties' })
  house.itIs('2026-09-01')
  expect((await profileOf(house.as(ben), { id: ana })).before[0]?.finishedOn).toBe('2026-08-31')
})

const field = fc.constantFrom(...(Object.keys(DEFAULT_LEVELS) as AudienceField[]))
const level = fc.constantFrom(...LEVELS)
const chosen = fc.array(fc.tuple(field, level), { maxLength: 10 }).map((pairs) => Object.fromEntries(pairs))

it('never shows a wider circle more than a narrower one, and shows real people just what their circle sees', async () => {
  for (const [place, own] of LEVELS.entries()) {
    const school = await house.school(`Dene ${place}`)
    await stay(school, `201${place}-01-01`, `201${place}-07-01`, own)
    await stay(school, '2025-09-01', null, own)
  }
  await fc.assert(
    fc.asyncProperty(chosen, async (levels) => {
      await setAudience(house.as(ana), levels)
      const views = await Promise.all(LEVELS.map(asLevel))
      for (let i = 1; i < views.length; i++)
        expect(views[i]?.filter((line) => !views[i - 1]?.includes(line))).toEqual([])
      expect(await by(ben)).toEqual(await asLevel('ties'))
      expect(await by(lead)).toEqual(await asLevel('groups'))
    }),
    { seed, numRuns: 60 },
  )
}, 60_000)

it('tells of each field who may see it, and writes only what changed', async () => {
  const before = await audiences(house.as(ana))
  const told = Object.fromEntries(before.map(({ field, level }) => [field, level]))
  expect({ ...told, connections: 'only_me' }).toEqual(DEFAULT_LEVELS)
  await setAudience(house.as(ana), { stage: 'groups', phase: 'members' })
  const fields = await audiences(house.as(ana))
  expect(fields.filter(({ level }, place) => level !== before[place]?.level)).toMatchObject([
    { field: 'phase', level: 'members' },
  ])
})

it('asks once, at the start, who may see the school and whether people two steps away may find it', async () => {
  await setUp(house.as(ben), {
    name: 'Benedict',
    stage: 'trainee',
    phase: null,
    nation: null,
    subjects: [],
    trainedWith: 'Leeds SCITT',
    currentSchool: 'groups',
    twoHops: 'yes',
  })
  expect(seen(await profileOf(house.as(ana), { id: ben }))).toEqual([
    'Benedict',
    'stage: Trainee teacher',
    'trained_with: Leeds SCITT',
  ])
  const fields = await audiences(house.as(ben))
  expect(fields.find(({ field }) => field === 'two_hops')?.level).toBe('members')
})

it('shows a break only to those its owner let know, and never why', async () => {
  await startPause(house.as(ana), {
    startedOn: '2026-01-01',
    expectedReturnOn: '2026-09-01',
    audience: 'ties',
  })
  expect([await by(ben), await by(lead)].map((page) => page.includes('away 2026-09-01'))).toEqual([
    true,
    false,
  ])
})
