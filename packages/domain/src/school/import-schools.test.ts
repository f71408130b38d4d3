import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, establishments, ledger, schoolEstablishments, schools, sql } from '@wirearchy/db'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { testHouse } from '../testing.ts'
import { followPresentRow, importSchools, schoolPage, searchSchools } from './index.ts'
import { type MadeRow, madeRow, registerBytes, registerFile } from './register/testing.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse()
})
afterEach(() => house.close())

const run = async (rows: MadeRow[], more: { allowShrink?: boolean; ctx?: Ctx } = {}) => {
  const { ctx = house.ctx(), allowShrink } = more
  return importSchools(ctx, { path: await registerFile(registerBytes(rows)), allowShrink })
}

const LIVE = [
  'schools',
  'establishments',
  'school_establishments',
  'school_words',
  'ledger',
  'counters',
] as const
const dump = async (store = house.store) => {
  const tables = LIVE.map((name) => store.read.rows(sql.raw(`select * from ${name} order by 1, 2`)))
  return JSON.stringify(await Promise.all(tables))
}

const THREE = [
  madeRow(100001, { EstablishmentName: 'Moorside Primary School' }),
  madeRow(100002, {
    EstablishmentName: 'Ashfield High School',
    'EstablishmentStatus (name)': 'Closed',
    CloseDate: '31-08-2020',
  }),
  madeRow(401001, { EstablishmentName: 'Ysgol Awel y Môr', 'GOR (name)': 'Wales (pseudo)' }),
]

describe('bringing in the register of schools', () => {
  it('makes a lasting school of every row, each with its ledger entry', async () => {
    const result = await run(THREE)
    expect(result).toMatchObject({
      rows: 3,
      created: 3,
      updated: 0,
      unchanged: 0,
      needsReview: 0,
      refused: 0,
      absent: 0,
    })
    expect(result.stages.map(({ stage }) => stage)).toEqual(['check', 'stage', 'apply'])
    const made = await house.store.read.select().from(schools).orderBy(schools.no)
    expect(made.map(({ name, status, nation, closedOn }) => [name, status, nation, closedOn])).toEqual([
      ['Moorside Primary School', 'open', 'england', null],
      ['Ashfield High School', 'closed', 'england', '2020-08-31'],
      ['Ysgol Awel y Môr', 'open', 'wales', null],
    ])
    const told = await house.store.read.select().from(ledger)
    expect(told.map(({ type, actorKind, schoolId }) => [type, actorKind, schoolId])).toEqual(
      made.map(({ id }) => ['school.imported', 'import', id]),
    )
  })

  it('reports every row unchanged the second time, and writes nothing about any school', async () => {
    await run(THREE)
    const before = await dump()
    const again = await run(THREE)
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: 0 })
    const seen = await house.store.read.select().from(establishments)
    expect(new Set(seen.map(({ lastSeenImport }) => lastSeenImport))).toEqual(new Set([again.importId]))
    const first = seen[0]?.firstSeenImport ?? ''
    expect((await dump()).replaceAll(again.importId, first)).toBe(before)
  })

  it('gives a school the same id in every installation', async () => {
    await run(THREE)
    const other = testHouse('2027-03-01')
    await run(THREE, { ctx: other.ctx() })
    const ids = async (of: typeof house) =>
      (await of.store.read.select({ id: schools.id }).from(schools)).map(({ id }) => id)
    expect(await ids(other)).toEqual(await ids(house))
    await other.close()
  })

  it('follows a changed row, says in the ledger what it was, and keeps the former name findable', async () => {
    await run(THREE)
    const [old, ...rest] = THREE
    const result = await run([
      { ...old, EstablishmentName: 'Beacon Academy', Town: 'Otley', Postcode: 'LS21 1AA' },
      ...rest,
    ])
    expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 2 })
    const entries = await house.store.read.select().from(ledger).orderBy(ledger.seq)
    expect(entries.at(-1)).toMatchObject({
      type: 'school.imported',
      before: { name: 'Moorside Primary School', town: 'Leeds' },
      after: { name: 'Beacon Academy', town: 'Otley' },
    })
    for (const q of ['Beacon', 'Moorside', 'otley beacon'])
      expect((await searchSchools(house.ctx(), { q })).map(({ name }) => name)).toEqual(['Beacon Academy'])
    expect(await searchSchools(house.ctx(), { q: 'beacon ls6' })).toEqual([])
  })

  it('keeps a school that the file no longer names, only no longer seen', async () => {
    const first = await run(THREE)
    const second = await run(THREE.slice(1), { allowShrink: true })
    expect(second.absent).toBe(1)
    const [gone] = await house.store.read.select().from(establishments).orderBy(establishments.ref)
    expect(gone).toMatchObject({ ref: '100001', status: 'open', lastSeenImport: first.importId })
    expect(await schoolPage(house.ctx(), { ref: '100001' })).toMatchObject({
      name: 'Moorside Primary School',
    })
  })

  it('refuses bad rows alone and asks somebody to look at strange ones', async () => {
    const strange = madeRow(100004, { 'EstablishmentStatus (name)': 'Quarantine' })
    const result = await run([...THREE, madeRow(100003, { OpenDate: '30-02-2020' }), strange])
    expect(result).toMatchObject({ created: 3, refused: 1, needsReview: 1 })
    expect(result.refusedRows).toEqual([
      { line: 5, ref: '100003', field: 'OpenDate', reason: 'There is no day 30-02-2020.' },
    ])
    expect(result.reviewRows).toMatchObject([
      { line: 6, ref: '100004', reason: expect.stringContaining('Quarantine') },
    ])
    expect(await schoolPage(house.ctx(), { ref: '100004' })).toMatchObject({ status: 'unknown' })
  })

  it('takes a school for seen whose row cannot be read any more', async () => {
    await run(THREE)
    const broken = madeRow(100001, { OpenDate: 'soon' })
    expect(await run([broken, ...THREE.slice(1)])).toMatchObject({ refused: 1, unchanged: 2, absent: 0 })
    expect(await run(THREE.slice(1), { allowShrink: true })).toMatchObject({
      absent: 1,
      absentRefs: ['100001'],
    })
  })

  it('follows a school that closed and opened again', async () => {
    const [moorside, ...rest] = THREE
    const closed = { ...moorside, 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2025' }
    await run(THREE)
    await run([closed as MadeRow, ...rest])
    expect(await schoolPage(house.ctx(), { ref: '100001' })).toMatchObject({
      status: 'closed',
      closedOn: '2025-08-31',
    })
    await run(THREE)
    expect(await schoolPage(house.ctx(), { ref: '100001' })).toMatchObject({ status: 'open', closedOn: null })
    const told = (await house.store.read.select().from(ledger).orderBy(ledger.seq)).slice(3)
    expect(told.map(({ before }) => before)).toEqual([
      { status: 'open', statusTold: 'Open', closedOn: null },
      { status: 'closed', statusTold: 'Closed', closedOn: '2025-08-31' },
    ])
  })

  it('keeps finding a school by its old number when its new row changes', async () => {
    await run(THREE)
    const [first, , third] = await house.store.read.select().from(schoolEstablishments)
    await house.store.tx(async (tx) => {
      const { schoolId } = first as { schoolId: string }
      const of = (ref?: string) => eq(schoolEstablishments.ref, ref ?? '')
      await tx.update(schoolEstablishments).set({ untilOn: '2025-08-31' }).where(of(first?.ref))
      await tx.update(schoolEstablishments).set({ schoolId }).where(of(third?.ref))
      await followPresentRow(tx, third?.schoolId ?? '')
    })
    const [old, closed, present] = THREE as [MadeRow, MadeRow, MadeRow]
    await run([old, closed, { ...present, EstablishmentName: 'Moorside Academy' }])
    for (const q of ['100001', '401001', 'moorside primary', 'moorside academy'])
      expect((await searchSchools(house.ctx(), { q })).map(({ name }) => name)).toEqual(['Moorside Academy'])
  })

  it("has no head's name, owner's name or telephone number anywhere in the database", async () => {
    await run([...THREE, madeRow('bad')])
    const names = await house.store.read.rows<{ name: string }>(
      sql`select name from sqlite_master where type = 'table'`,
    )
    for (const { name } of names) {
      const rows = JSON.stringify(await house.store.read.rows(sql`select * from ${sql.identifier(name)}`))
      expect(rows).not.toMatch(/Headfirst|Headlast|Propsname|01130000000/)
    }
  })
})

describe("the demo's own extract of the register", () => {
  it('comes in whole, with Leeds, Cardiff and St Thomas à Becket, and no column about a head or a telephone', async () => {
    const path = join(import.meta.dirname, '../cast/schools.csv')
    expect(await importSchools(house.ctx(), { path })).toMatchObject({ rows: 160, created: 160 })
    const found = async (q: string) => (await searchSchools(house.ctx(), { q })).map(({ name }) => name)
    expect(await found('st thomas a becket')).toHaveLength(1)
    expect(await found('mor hafren')).toEqual(['Ysgol Gyfun Môr Hafren'])
    expect(await found('leeds')).toHaveLength(10)
    expect(await readFile(path, 'latin1')).not.toMatch(/Head(Title|First|Last|Preferred)|PropsName|Telephone/)
  })
})

describe('a register file that cannot be used', () => {
  it('changes nothing at all', async () => {
    await run(THREE)
    const before = await dump()
    const imports = () => house.store.read.rows(sql`select * from imports union all select * from imports`)
    const runs = await imports()
    const cut = registerBytes([...THREE, madeRow(100009)]).subarray(0, -60)
    const path = await registerFile(cut)
    await expect(importSchools(house.ctx(), { path })).rejects.toThrow('stops in the middle of a row')
    expect(await dump()).toBe(before)
    expect(await imports()).toEqual(runs)
  })

  it('is one with far fewer schools than the last, unless we insist', async () => {
    const many = Array.from({ length: 20 }, (_, i) => madeRow(100001 + i))
    await run(many)
    await expect(run(many.slice(0, 17))).rejects.toThrow('The file has 17 schools; the last one had 20.')
    expect(await run(many.slice(0, 18))).toMatchObject({ unchanged: 18, absent: 2 })
    expect(await run(many.slice(0, 3), { allowShrink: true })).toMatchObject({ unchanged: 3, absent: 17 })
  })
})

describe('a register file that ends early', () => {
  const MANY = Array.from({ length: 200 }, (_, i) => madeRow(100001 + i))

  it('at the end of a row, is noticed when many schools of the last file come after', async () => {
    await run(MANY)
    await expect(run(MANY.slice(0, 190))).rejects.toThrow(
      'The file ends at 100190; 10 schools of the last one come after that. Nothing has been changed.',
    )
    expect(await run(MANY.slice(0, 191))).toMatchObject({ unchanged: 191, absent: 9 })
    expect(await run(MANY.slice(20))).toMatchObject({ unchanged: 180, absent: 20 })
  })
})

describe('an import cut off', () => {
  const MANY = Array.from({ length: 300 }, (_, i) => madeRow(100001 + i))
  /** The house as a process sees it that dies at its n-th transaction. */
  const dyingAt = (n: number): Ctx => {
    let done = 0
    const ctx = house.ctx()
    const tx: Ctx['store']['tx'] = (body) =>
      ++done > n ? Promise.reject(new Error('killed')) : ctx.store.tx(body)
    return { ...ctx, store: { ...ctx.store, tx } }
  }

  it.each([1, 2, 3, 4, 5, 6, 7])('at transaction %i ends as one that ran through', async (n) => {
    const through = testHouse()
    await run(MANY, { ctx: through.ctx() })
    await run(MANY, { ctx: dyingAt(n) }).catch((error) => expect(error.message).toBe('killed'))
    await run(MANY)
    const facts = async (of: typeof house) =>
      of.store.read.rows(sql`select s.id, s.name, e.ref, e.row_hash,
        (select count(*) from school_words w where w.school_id = s.id) as words,
        (select count(*) from ledger l where l.school_id = s.id) as told
        from schools s join school_establishments l on l.school_id = s.id
        join establishments e on e.scheme = l.scheme and e.ref = l.ref order by s.id`)
    expect(await facts(house)).toEqual(await facts(through))
    expect(await run(MANY)).toMatchObject({ unchanged: 300, absent: 0 })
    await through.close()
  })
})
