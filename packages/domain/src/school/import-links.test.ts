import { asc, establishmentLinks, importRows, ledger, sql } from '@wirearchy/db'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { testHouse } from '../testing.ts'
import { importLinks, importSchools } from './index.ts'
import { LINK_HEADER, linksFile, linksText, type MadeLink } from './links/testing.ts'
import { madeRow, registerBytes, registerFile } from './register/testing.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse('2026-03-01')
})
afterEach(() => house.close())

const run = async (links: MadeLink[], more: { allowShrink?: boolean; ctx?: Ctx } = {}) =>
  importLinks(more.ctx ?? house.ctx(), { path: await linksFile(links), allowShrink: more.allowShrink })

const stored = (of = house) =>
  of.store.read
    .select()
    .from(establishmentLinks)
    .orderBy(asc(establishmentLinks.fromRef), asc(establishmentLinks.toRef), asc(establishmentLinks.linkType))
const facts = async (of = house) =>
  (await stored(of)).map(({ fromRef, toRef, linkType, establishedOn, removedAt }) =>
    [fromRef, toRef, linkType, establishedOn, removedAt === null ? 'there' : 'gone'].join(' '),
  )
const told = async () =>
  (await house.store.read.select().from(ledger).orderBy(ledger.seq)).map(({ type, before, after }) => ({
    type,
    before,
    after,
  }))
const dump = async () =>
  JSON.stringify([await house.store.read.rows(sql`select * from establishment_links`), await told()])

const CONVERSION: MadeLink[] = [
  [100001, 150001, 'Successor', '01-09-2025'],
  [150001, 100001, 'Predecessor', '01-09-2025'],
]

describe('bringing in the links between schools', () => {
  it('keeps each as told, with one short entry in the ledger', async () => {
    const result = await run([...CONVERSION, [100002, 100003, 'Other']])
    expect(result).toMatchObject({
      rows: 3,
      created: 3,
      updated: 0,
      unchanged: 0,
      needsReview: 0,
      refused: 0,
    })
    expect(await facts()).toEqual([
      '100001 150001 Successor 2025-09-01 there',
      '100002 100003 Other  there',
      '150001 100001 Predecessor 2025-09-01 there',
    ])
    expect((await told())[0]).toEqual({
      type: 'school_link.added',
      before: null,
      after: { from: '100001', to: '150001', type: 'Successor', on: '2025-09-01' },
    })
  })

  it('reports every row unchanged the second time, and writes nothing in the ledger', async () => {
    const circle: MadeLink[] = [
      [100001, 100002, 'Successor - merged', '01-01-2020'],
      [100002, 100001, 'Successor - merged', '01-01-2020'],
    ]
    const links: MadeLink[] = [...circle, ...CONVERSION, [100009, 100010, 'Twinned with']]
    await run(links)
    const before = await told()
    expect(await run(links)).toMatchObject({ unchanged: 5, created: 0, needsReview: 0, removed: 0 })
    expect(await told()).toEqual(before)
  })

  it('counts rows without a date, rows that lie ahead, and rows told from one side alone', async () => {
    const result = await run([
      ...CONVERSION,
      [100002, 100003, 'Successor'],
      [100004, 100005, 'Predecessor', '01-01-1900'],
      [100006, 100007, 'Successor', '01-09-2026'],
    ])
    expect(result).toMatchObject({ created: 5, undated: 2, ahead: 1, oneWay: 3, cycles: [] })
    expect(await facts()).toContain('100004 100005 Predecessor  there')
  })

  it('says so when a school is in no register we hold, and keeps the link', async () => {
    await importSchools(house.ctx(), { path: await registerFile(registerBytes([madeRow(100001)])) })
    expect(await run(CONVERSION)).toMatchObject({ created: 2, reviewRows: [] })
    const rows = await house.store.read.select().from(importRows).where(sql`message is not null`)
    expect(rows.map(({ message }) => message)).toEqual([
      'School not in our register: 150001.',
      'School not in our register: 150001.',
    ])
  })

  it('follows a link that is dated anew, typed anew, gone, and back again', async () => {
    const other: MadeLink = [100005, 100006, 'Successor', '01-09-2020']
    await run([...CONVERSION, other])
    const changed: MadeLink[] = [
      [100001, 150001, 'Successor - merged', '01-09-2025'],
      [150001, 100001, 'Predecessor', '31-08-2025'],
    ]
    expect(await run(changed, { allowShrink: true })).toMatchObject({ updated: 2, created: 0, removed: 1 })
    expect(await facts()).toEqual([
      '100001 150001 Successor 2025-09-01 gone',
      '100001 150001 Successor - merged 2025-09-01 there',
      '100005 100006 Successor 2020-09-01 gone',
      '150001 100001 Predecessor 2025-08-31 there',
    ])
    expect((await told()).slice(3)).toMatchObject([
      { type: 'school_link.changed', before: { type: 'Successor' }, after: { type: 'Successor - merged' } },
      { type: 'school_link.changed', before: { on: '2025-09-01' }, after: { on: '2025-08-31' } },
      { type: 'school_link.removed', before: { type: 'Successor' }, after: { from: '100005', to: '100006' } },
    ])
    expect(await run([...changed, other])).toMatchObject({ updated: 1, unchanged: 2, removed: 0 })
    expect((await told()).at(-1)).toMatchObject({ type: 'school_link.returned' })
    expect(await facts()).toContain('100005 100006 Successor 2020-09-01 there')
  })

  it('asks somebody to look at every row of a circle, also when one new row closes it', async () => {
    await run([[100001, 100002, 'Successor', '01-09-2020']])
    const closed = await run([
      [100001, 100002, 'Successor', '01-09-2020'],
      [100001, 100003, 'Predecessor', '01-09-2020'],
      [100002, 100003, 'Successor', '01-09-2021'],
      [100002, 100004, 'Successor', '01-09-2021'],
    ])
    expect(closed).toMatchObject({ needsReview: 3, created: 1, cycles: [['100001', '100002', '100003']] })
    expect(closed.reviewRows.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(closed.reviewRows[0]?.reason).toBe(
      'These schools follow each other in a circle: 100001, 100002, 100003. Look at which came first.',
    )
    expect((await told()).filter(({ type }) => type === 'school_link.added')).toHaveLength(4)
  })

  it('asks somebody to look at a type of link it does not know', async () => {
    const result = await run([[100001, 100002, 'Twinned with']])
    expect(result).toMatchObject({ needsReview: 1, created: 0 })
    expect(result.reviewRows[0]?.reason).toBe(
      'We don’t know the type of link “Twinned with”.'.replace('’', "'"),
    )
    expect(await facts()).toEqual(['100001 100002 Twinned with  there'])
  })

  it('refuses alone a link to itself, one told twice, and what cannot be read', async () => {
    const result = await run([
      ...CONVERSION,
      [100001, 150001, 'Successor', '01-09-2024'],
      [100002, 100002, 'Successor'],
      ['12', 100001, 'Successor'],
      [100001, '', 'Successor'],
      [100003, 100004, ' '],
      [100003, 100004, 'Successor', '30-02-2020'],
    ])
    expect(result).toMatchObject({ created: 2, refused: 6 })
    expect(result.refusedRows.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [4, 'LinkURN', 'This link is already on line 2; that one counts.'],
      [5, 'LinkURN', 'The school is linked to itself.'],
      [6, 'URN', 'A URN has five to seven digits.'],
      [7, 'LinkURN', 'A URN has five to seven digits.'],
      [8, 'LinkType', 'The type of the link is empty.'],
      [9, 'LinkEstablishedDate', 'There is no day 30-02-2020.'],
    ])
  })

  it('does not take a link for gone because its row cannot be read any more', async () => {
    await run(CONVERSION)
    const broken: MadeLink[] = [[100001, 150001, 'Successor', '31-09-2025'], CONVERSION[1] as MadeLink]
    expect(await run(broken)).toMatchObject({ refused: 1, unchanged: 1, removed: 0 })
    expect(await facts()).toContain('100001 150001 Successor 2025-09-01 there')
  })

  it('reads columns in any order, with more of them', async () => {
    await importLinks(house.ctx(), { path: await linksFile(CONVERSION) })
    const path = await linksFile(CONVERSION, ['New', ...LINK_HEADER].reverse())
    expect(await importLinks(house.ctx(), { path })).toMatchObject({ unchanged: 2 })
  })
})

const MANY = Array.from(
  { length: 60 },
  (_, n): MadeLink => [100001 + n, 200001 + n, 'Successor', '01-09-2020'],
)

describe('a file of links that cannot be used', () => {
  it.each(['URN', 'LinkURN', 'LinkType', 'LinkEstablishedDate'])(
    'changes nothing without its column %s',
    async (gone) => {
      await run(CONVERSION)
      const before = await dump()
      const path = await linksFile(
        CONVERSION,
        LINK_HEADER.filter((column) => column !== gone),
      )
      await expect(importLinks(house.ctx(), { path })).rejects.toThrow(`The file has no column ${gone}.`)
      expect(await dump()).toBe(before)
    },
  )

  it('is one with far fewer links than the last, or one that ends early at the end of a row', async () => {
    await run(MANY)
    const before = await dump()
    await expect(run(MANY.slice(0, 50))).rejects.toThrow('The file has 50 links; the last one had 60.')
    const early = [...MANY, ...MANY.map(([from, to]): MadeLink => [Number(from) - 50000, to, 'Other'])]
    early.sort(([a], [b]) => Number(a) - Number(b))
    await run(early)
    await expect(run(early.slice(0, 109))).rejects.toThrow(
      'The file ends at 100049; 11 links of the last one come after',
    )
    expect(await run(early.slice(0, 109), { allowShrink: true })).toMatchObject({
      unchanged: 109,
      removed: 11,
    })
    expect(before).not.toBe(await dump())
  })

  it('changes nothing wherever it is cut, unless at the end of a row', async () => {
    const whole = linksText(MANY.slice(0, 6))
    const other = testHouse()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (cut) => {
        const { path } = { path: await linksFileOf(whole.slice(0, cut)) }
        const isWholeRow = /"01-09-2020"(\r\n)?$/.test(whole.slice(0, cut))
        const reading = importLinks(other.ctx(), { path, allowShrink: true })
        if (isWholeRow) expect(await reading).toMatchObject({ refused: 0 })
        else await expect(reading).rejects.toMatchObject({ code: 'bad_input' })
      }),
      { numRuns: 60 },
    )
    await other.close()
  })
})

const linksFileOf = async (text: string) => (await import('./register/testing.ts')).registerFile(text)

describe('two imports of links at once', () => {
  it('leave each link once, with one entry in the ledger', async () => {
    await Promise.all([run(MANY), run(MANY), run(MANY.slice(0, 58))])
    expect(await run(MANY)).toMatchObject({ refused: 0, needsReview: 0 })
    const entries = await told()
    expect(entries.filter(({ type }) => type === 'school_link.added')).toHaveLength(60)
    expect(await run(MANY)).toMatchObject({ unchanged: 60, removed: 0 })
    expect((await stored()).filter(({ removedAt }) => removedAt === null)).toHaveLength(60)
  })
})

describe('an import of links cut off', () => {
  const dyingAt = (n: number): Ctx => {
    let done = 0
    const ctx = house.ctx()
    const tx: Ctx['store']['tx'] = (body) =>
      ++done > n ? Promise.reject(new Error('killed')) : ctx.store.tx(body)
    return { ...ctx, store: { ...ctx.store, tx } }
  }
  const FIRST: MadeLink[] = Array.from({ length: 300 }, (_, n) => [
    100001 + n,
    200001 + n,
    'Successor',
    '01-09-2020',
  ])
  const SECOND: MadeLink[] = [
    ...FIRST.slice(0, 280).map(
      ([from, to, type], n): MadeLink => [from, to, n % 3 ? type : 'Other', '01-09-2021'],
    ),
    [300001, 300002, 'Successor'],
  ]

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('at transaction %i ends as one that ran through', async (n) => {
    const through = testHouse('2026-03-01')
    const insist = { allowShrink: true }
    for (const ctx of [through.ctx(), house.ctx()]) await run(FIRST, { ctx })
    await run(SECOND, { ctx: through.ctx(), ...insist })
    await run(SECOND, { ctx: dyingAt(n), ...insist }).catch((error) => expect(error.message).toBe('killed'))
    await run(SECOND, insist)
    expect(await facts()).toEqual(await facts(through))
    const entries = async (of: typeof house) =>
      of.store.read.rows(sql`select type, before, after from ledger order by type, after, before`)
    expect(await entries(house)).toEqual(await entries(through))
    expect(await run(SECOND)).toMatchObject({ unchanged: 281, removed: 0 })
    await through.close()
  })
})
