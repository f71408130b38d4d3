import { stints } from '@wirearchy/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse } from '../testing.ts'
import {
  importSchools,
  proposeSchool,
  schoolByRef,
  schoolPage,
  searchSchools,
  specialSchool,
} from './index.ts'
import { madeRow, registerBytes, registerFile } from './register/testing.ts'

const closed = { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2020' }
const REGISTER = [
  madeRow(100001, {
    EstablishmentName: 'St Thomas à Becket Catholic School',
    Town: 'Wakefield',
    Postcode: 'WF2 6EQ',
  }),
  madeRow(100002, {
    EstablishmentName: "Saint Mary's CofE Primary School",
    Town: 'York',
    Postcode: 'YO1 7EF',
  }),
  madeRow(100003, {
    EstablishmentName: 'Moorside Primary School',
    Town: 'Leeds',
    Postcode: 'LS13 2EE',
    ...closed,
  }),
  madeRow(100004, { EstablishmentName: 'Moorside Academy', Town: 'Leeds', Postcode: 'LS13 2EE' }),
  madeRow(100005, { EstablishmentName: 'Leeds Moorside High School', Town: 'Leeds', Postcode: 'LS1 2AB' }),
  madeRow(401001, { EstablishmentName: 'Ysgol Siân Phillips', Town: 'Caerdydd', Postcode: 'CF10 1AA' }),
  madeRow(100007, { EstablishmentName: 'Al-Hijrah School', Town: 'Birmingham', Postcode: 'B9 5SR' }),
  madeRow(100008, {
    EstablishmentName: 'Ash Green',
    'EstablishmentStatus (name)': 'Open, but proposed to close',
    CloseDate: '31-08-2031',
  }),
]

let house: ReturnType<typeof testHouse>
beforeAll(async () => {
  house = testHouse()
  await importSchools(house.ctx(), { path: await registerFile(registerBytes(REGISTER)) })
})
afterAll(() => house.close())

const found = async (q: string, limit?: number) =>
  (await searchSchools(house.ctx(), { q, limit })).map(({ name }) => name)

describe('searching for a school', () => {
  it.each([
    ['St Thomas a Becket', 'St Thomas à Becket Catholic School'],
    ['saint thomas à b', 'St Thomas à Becket Catholic School'],
    ['St. Marys', "Saint Mary's CofE Primary School"],
    ['saint mary', "Saint Mary's CofE Primary School"],
    ['marys church of england york', "Saint Mary's CofE Primary School"],
    ['Sian', 'Ysgol Siân Phillips'],
    ['SIÂN PHIL', 'Ysgol Siân Phillips'],
    ['al hijrah', 'Al-Hijrah School'],
    ['alhij', 'Al-Hijrah School'],
    ['wf26eq', 'St Thomas à Becket Catholic School'],
    ['WF2 6EQ', 'St Thomas à Becket Catholic School'],
    ['cf10', 'Ysgol Siân Phillips'],
    ['401001', 'Ysgol Siân Phillips'],
    ['school birm', 'Al-Hijrah School'],
    ['becket wakefield', 'St Thomas à Becket Catholic School'],
  ])('finds by “%s”', async (q, name) => {
    expect(await found(q)).toEqual([name])
  })

  it('begins at two letters', async () => {
    expect(await found('y')).toEqual([])
    expect(await found(' ’y ')).toEqual([])
    expect(await found('ys')).toEqual(['Ysgol Siân Phillips'])
  })

  it('puts names that begin so first, open before closed, then schools that have the word', async () => {
    expect(await found('moorside')).toEqual([
      'Moorside Academy',
      'Moorside Primary School',
      'Leeds Moorside High School',
    ])
    expect(await found('moorside', 2)).toEqual(['Moorside Academy', 'Moorside Primary School'])
  })

  it('puts the very postcode before a name, and asks for every word', async () => {
    expect(await found('LS13 2EE')).toEqual(['Moorside Academy', 'Moorside Primary School'])
    expect(await found('moorside york')).toEqual([])
    expect(await found('100% "drop table" \u0000 ‮')).toEqual([])
  })

  it('tells a school from its neighbours', async () => {
    const [hit] = await searchSchools(house.ctx(), { q: '100003' })
    expect(hit).toMatchObject({
      town: 'Leeds',
      status: 'closed',
      closedOn: '2020-08-31',
      urn: '100003',
      phase: 'Primary',
    })
  })
})

describe('the page of a school', () => {
  it('is found by our id and by its URN, and by nothing else', async () => {
    const school = await schoolByRef(house.ctx(), '100001')
    const { id } = school
    expect(await schoolByRef(house.ctx(), id)).toEqual(school)
    for (const ref of [
      '999999',
      '',
      '0100001',
      id.replace(/.$/, 'x'),
      '018f0000-0000-7000-8000-000000000000',
    ])
      await expect(schoolByRef(house.ctx(), ref)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('says a school that is to close is open, and when it closes', async () => {
    expect(await schoolPage(house.ctx(), { ref: '100008' })).toMatchObject({
      name: 'Ash Green',
      status: 'proposed_to_close',
      closedOn: null,
      closesOn: '2031-08-31',
      address: ['Beck Lane', 'Leeds', 'LS6 2AB'],
      refs: [{ scheme: 'gias', ref: '100008', isPresent: true }],
    })
  })
})

describe('a school that is not listed', () => {
  const told = { name: 'Banff Academy', town: 'Banff', nation: 'scotland' as const }

  it('is found at once by who told of it and by people with a stint there, and by nobody else', async () => {
    const [eilidh, rory, mo] = [
      await house.person('Eilidh'),
      await house.person('Rory'),
      await house.person('Mo'),
    ]
    const { id } = await proposeSchool(house.as(eilidh), told)
    expect(await proposeSchool(house.as(eilidh), { ...told, name: '\u202eBANFF  academy\u0007' })).toEqual({
      id,
    })
    await house.store.tx(async (tx) => {
      const stint = {
        id: 'stint',
        no: 1,
        personId: rory,
        schoolId: id,
        kind: 'employed' as const,
        startedOn: '2025-08-18',
      }
      await tx.insert(stints).values({ ...stint, source: 'self', confidence: 'told', createdAt: 1 })
    })
    const seenBy = async (viewer: string | null) =>
      (await searchSchools(house.ctx(viewer), { q: 'banff' })).length
    expect([await seenBy(eilidh), await seenBy(rory), await seenBy(mo), await seenBy(null)]).toEqual([
      1, 1, 0, 0,
    ])
    await expect(schoolPage(house.as(mo), { ref: id })).rejects.toMatchObject({ code: 'not_found' })
    expect(await schoolPage(house.as(rory), { ref: id })).toMatchObject({
      kind: 'pending',
      nation: 'scotland',
      urn: null,
    })
  })

  it('is one school for everybody who gives its SEED code', async () => {
    const [eilidh, rory] = [await house.person('Eilidh'), await house.person('Rory')]
    const seedCode = '5234567'
    const first = await proposeSchool(house.as(eilidh), { ...told, name: 'Turriff Academy', seedCode })
    expect(await proposeSchool(house.as(rory), { ...told, name: 'Turriff', seedCode })).toEqual(first)
  })

  it('cannot be told of without end', async () => {
    const mo = await house.person('Mo')
    for (let n = 0; n < 10; n += 1) await proposeSchool(house.as(mo), { ...told, name: `School ${n}` })
    await expect(proposeSchool(house.as(mo), { ...told, name: 'One more' })).rejects.toMatchObject({
      code: 'too_many',
    })
  })

  it('may be unknown, abroad or none at all: one row each, never in a search', async () => {
    const make = () => house.store.tx((tx) => specialSchool(tx, house.ctx(), 'outside_uk'))
    expect(await make()).toBe(await make())
    expect(await found('outside')).toEqual([])
  })
})
