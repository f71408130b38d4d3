import { establishments, ledger, schoolEstablishments } from '@wirearchy/db'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testHouse } from '../testing.ts'
import {
  importSchools,
  proposeSchool,
  type Scheme,
  schoolPage,
  searchSchools,
  specialSchool,
} from './index.ts'
import { registerFile } from './register/testing.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse()
})
afterEach(() => house.close())

const run = async (scheme: Scheme, lines: string[]) =>
  importSchools(house.ctx(), { scheme, path: await registerFile(`${lines.join('\r\n')}\r\n`) })
const found = async (q: string) => (await searchSchools(house.ctx(), { q })).map(({ name }) => name)

const SCOTLAND = [
  'SeedCode,School Name,LA Name,Address 1,Address 3,Post Code,School Type',
  '5520533,Àrd-sgoil Bhruntsfield,City of Edinburgh,Montpelier,Edinburgh,EH10 4NA,Primary',
  '8208123,Lochaber High School,Highland,Camaghael,Fort William,PH33 7ND,Secondary',
]
const NORTHERN_IRELAND = [
  'Institution Reference Number,Institution Name,Town,Postcode,Institution Type,Status,Date Closed',
  '123-0456,Strandtown Primary School,Belfast,BT4 3DJ,Primary,Open,',
  '1AB0006,Holy Cross Grammar School,Newry,BT34 1AA,Grammar,Open,',
  '5420059,Old Mill Primary School,Derry,BT48 6AA,Primary,Closed,31/08/2020',
]

describe('schools of Scotland and Northern Ireland', () => {
  it('are schools like any other: found by name, town and number, with a page under their number', async () => {
    expect(await run('seed', SCOTLAND)).toMatchObject({ created: 2, refused: 0, absent: 0 })
    expect(await run('ni', NORTHERN_IRELAND)).toMatchObject({ created: 3, refused: 0, absent: 0 })
    expect(await found('bhruntsfield')).toEqual(['Àrd-sgoil Bhruntsfield'])
    expect(await found('8208123')).toEqual(['Lochaber High School'])
    for (const q of ['123-0456', '1230456', 'strandtown belfast'])
      expect(await found(q)).toEqual(['Strandtown Primary School'])
    expect(await schoolPage(house.ctx(), { ref: '8208123' })).toMatchObject({
      nation: 'scotland',
      status: 'open',
      seedCode: '8208123',
      urn: null,
      laName: 'Highland',
    })
    expect(await schoolPage(house.ctx(), { ref: '542-0059' })).toMatchObject({
      nation: 'northern_ireland',
      niReference: '542-0059',
      status: 'closed',
      closedOn: '2020-08-31',
    })
  })

  it('are unchanged the second time, and no other register’s schools count as missing', async () => {
    await run('ni', NORTHERN_IRELAND)
    await run('seed', SCOTLAND)
    const before = (await house.store.read.select().from(ledger)).length
    expect(await run('seed', SCOTLAND)).toMatchObject({ unchanged: 2, absent: 0 })
    expect((await house.store.read.select().from(ledger)).length).toBe(before)
  })

  it('are refused alone when their number is none of that nation’s', async () => {
    const bad = await run('seed', [...SCOTLAND, '123-0456,Strandtown,,,Belfast,,', '820812,Short,,,,,'])
    expect(bad.refusedRows.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [4, 'SeedCode', 'A SEED code has seven digits.'],
      [5, 'SeedCode', 'A SEED code has seven digits.'],
    ])
    expect((await run('ni', ['reference,name', '12-345,Odd'])).refusedRows[0]?.reason).toBe(
      'A reference of Northern Ireland is written 000-0000.',
    )
    await expect(run('ni', ['town,postcode', 'Belfast,BT1 1AA'])).rejects.toThrow(
      'The file has no column reference, name.',
    )
  })

  it('are the one that somebody told of by its number already', async () => {
    const fiona = house.as(await house.person('Fiona'))
    const told = {
      name: 'Lochaber High',
      town: 'Fort William',
      nation: 'scotland' as const,
      seedCode: '8208123',
    }
    const { id } = await proposeSchool(fiona, told)
    expect(await found('lochaber')).toEqual([])
    expect(await run('seed', SCOTLAND)).toMatchObject({ created: 1, updated: 1 })
    expect(await schoolPage(house.ctx(), { ref: '8208123' })).toMatchObject({
      id,
      name: 'Lochaber High School',
    })
    expect(await found('lochaber')).toEqual(['Lochaber High School'])
  })
})

describe('a place that is in no register', () => {
  it('stands in a register of our own', async () => {
    const id = await house.store.tx((tx) => specialSchool(tx, house.ctx(), 'unknown'))
    const [link] = await house.store.read.select().from(schoolEstablishments)
    expect(link).toMatchObject({ schoolId: id, scheme: 'own', ref: 'unknown' })
    expect(await house.store.read.select().from(establishments)).toMatchObject([
      { scheme: 'own', ref: 'unknown' },
    ])
    await expect(schoolPage(house.ctx(), { ref: 'unknown' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
