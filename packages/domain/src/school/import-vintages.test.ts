import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from '@wirearchy/db'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { testHouse } from '../testing.ts'
import { importSchools } from './index.ts'
import { type Form, type MadeRow, madeRow, registerBytes, registerFile } from './register/testing.ts'

/** The header of the register's download in its present vintage, and how the others differ from it. */
const NOW = readFileSync(join(import.meta.dirname, '../../../../tests/bench/register-header.csv'), 'latin1')
  .trim()
  .split(',')
const OFSTED = ['OfstedLastInsp', 'OfstedSpecialMeasures (code)', 'OfstedSpecialMeasures (name)']
const IN_2024 = [...NOW, ...OFSTED, 'OfstedRating (name)', 'RSCRegion (name)']
const SINCE_2019 = /^(QAB|EstablishmentAccredited|CHNumber$|FSM$|AccreditationExpiryDate$)/
const IN_2019 = [...IN_2024.filter((name) => !SINCE_2019.test(name)), 'CensusAreaStatisticWard (name)']
const VINTAGES: Record<number, string[]> = { 133: IN_2019, 135: NOW, 139: IN_2024.slice(0, -1), 140: IN_2024 }

const ROWS: MadeRow[] = [
  madeRow(100001, { EstablishmentName: 'St Thomas à Becket Catholic School', EstablishmentNumber: '0042' }),
  madeRow(100002, { EstablishmentName: 'O\u0027Neill "North", Upper School', Street: 'The Old\nMill' }),
  madeRow(20003, { 'EstablishmentStatus (name)': 'Open, but proposed to close', CloseDate: '31-08-2027' }),
  madeRow(1000004, {
    'EstablishmentStatus (name)': 'Closed',
    'EstablishmentStatus (code)': '3',
    CloseDate: '',
  }),
  madeRow(401005, {
    EstablishmentName: 'Ysgol Awel y Môr',
    'GOR (name)': 'Wales (pseudo)',
    OpenDate: '01-01-1900',
  }),
  madeRow(100006, { 'EstablishmentStatus (name)': 'Proposed to open', OpenDate: '01-09-2031' }),
]

const DATES = ['OpenDate', 'CloseDate', 'LastChangedDate']
const STYLES = {
  'as the register writes it': (d: string, m: string, y: string) => `${d}-${m}-${y}`,
  'with strokes': (d: string, m: string, y: string) => `${d}/${m}/${y}`,
  'without noughts': (d: string, m: string, y: string) => `${Number(d)}/${Number(m)}/${y}`,
  'year first': (d: string, m: string, y: string) => `${y}-${m}-${d}`,
  'year first, at midnight': (d: string, m: string, y: string) => `${y}-${m}-${d} 00:00:00`,
  'with the month named': (d: string, m: string, y: string) =>
    `${Number(d)}-${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[Number(m) - 1]}-${y}`,
}
type Style = keyof typeof STYLES

const inStyle = (style: Style, rows: MadeRow[]) =>
  rows.map((row) => {
    const dates = DATES.flatMap((name) => {
      const [d, m, y] = row[name]?.split('-') ?? []
      return d && m && y ? [[name, STYLES[style](d, m, y)]] : []
    })
    return { ...row, ...Object.fromEntries(dates) }
  })

/** What a file leaves in the live tables, but for the ids of its import. */
async function left(bytes: Buffer) {
  const house = testHouse()
  const result = await importSchools(house.ctx(), { path: await registerFile(bytes) })
  const tables = ['establishments', 'schools', 'school_establishments', 'school_words']
  const rows = await Promise.all(
    tables.map((name) => house.store.read.rows(sql.raw(`select * from ${name} order by 1, 2, 3`))),
  )
  const told = await house.store.read.rows(
    sql`select type, school_id, before, after from ledger order by seq`,
  )
  await house.close()
  const { created, refused, needsReview } = result
  const text = JSON.stringify({ created, refused, needsReview, rows, told })
  return text.replaceAll(result.importId, 'this import')
}

describe('every vintage of the register', () => {
  let expected = ''
  beforeAll(async () => {
    expected = await left(registerBytes(ROWS, { header: NOW }))
    expect(expected).toContain('"created":6,"refused":0,"needsReview":0')
  })

  it.each(Object.entries(VINTAGES))('of %s columns leaves the same schools', async (width, header) => {
    expect(header).toHaveLength(Number(width))
    expect(await left(registerBytes(ROWS, { header }))).toBe(expected)
  })

  it('14. leaves the same schools in every encoding, order of columns and way to write a date', async () => {
    const forms = fc.record({
      header: fc
        .constantFrom(...Object.values(VINTAGES))
        .chain((of) => fc.shuffledSubarray([...of, 'New 1', 'New 2'], { minLength: of.length + 2 })),
      encoding: fc.constantFrom('utf-8' as const, 'utf-8-bom' as const, 'windows-1252' as const),
      eol: fc.constantFrom('\r\n' as const, '\n' as const),
      quoteAll: fc.boolean(),
      lastEol: fc.boolean(),
      style: fc.constantFrom(...(Object.keys(STYLES) as Style[])),
    })
    await fc.assert(
      fc.asyncProperty(forms, async ({ style, ...form }) => {
        expect(await left(registerBytes(inStyle(style, ROWS), form))).toBe(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('leaves the same schools when a spreadsheet saved it again', async () => {
    const saved = inStyle('without noughts', ROWS).map((row) => ({
      ...row,
      EstablishmentNumber: String(Number(row.EstablishmentNumber)),
    }))
    const text = registerBytes(saved, { header: [...NOW, ''], encoding: 'utf-8-bom' }).toString()
    expect(await left(Buffer.from(`${text}${','.repeat(NOW.length)}\r\n,,\r\n`))).toBe(expected)
  })
})

const HEADER = [
  'URN',
  'EstablishmentName',
  'EstablishmentStatus (code)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'Town',
]
const dates = (...all: string[]) =>
  registerBytes(
    all.map((OpenDate, n) => madeRow(100001 + n, { OpenDate })),
    { header: HEADER },
  )

describe('dates that could be read in two ways', () => {
  const house = testHouse()
  afterAll(() => house.close())
  const run = async (bytes: Buffer) =>
    importSchools(house.ctx(), { path: await registerFile(bytes), allowShrink: true })

  it('are refused, with a year of two digits row by row and with months first as a whole file', async () => {
    expect(
      (await run(dates('01/09/11', '1-Sep-11', '40787', '31/08/2014'))).refusedRows.map(
        ({ reason }) => reason,
      ),
    ).toEqual([
      '“01/09/11” leaves open which century. Write the year with four digits.',
      '“1-Sep-11” leaves open which century. Write the year with four digits.',
      '“40787” is not a date. Write it as DD-MM-YYYY.',
    ])
    await expect(run(dates('09/01/2014', '08/31/2014'))).rejects.toThrow('have the month before the day')
    expect((await run(dates('31/08/2014', '08/31/2014'))).refusedRows[0]?.reason).toBe(
      'There is no day 08/31/2014.',
    )
  })
})

describe('a file that is broken by chance', () => {
  it('is taken row by row or refused whole with a sentence, and never by half', async () => {
    const house = testHouse()
    const whole = registerBytes(ROWS, { header: HEADER.slice(0, 5) })
    await importSchools(house.ctx(), { path: await registerFile(whole) })
    const dump = async () =>
      JSON.stringify(await house.store.read.rows(sql`select * from establishments order by ref`))
    const damage = fc.record({
      at: fc.integer({ min: 0, max: whole.length - 1 }),
      drop: fc.constantFrom(0, 1, 7, 120, whole.length),
      put: fc.constantFrom(
        '',
        '"',
        ',',
        '\r\n',
        '\n',
        '\0',
        '\u00ff',
        ';',
        '",',
        '""',
        'x'.repeat(300),
        ',,,,\r\n',
      ),
    })
    let [taken, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, drop, put }) => {
        const bytes = Buffer.concat([
          whole.subarray(0, at),
          Buffer.from(put, 'latin1'),
          whole.subarray(at + drop),
        ])
        const before = await dump()
        try {
          const {
            rows,
            created,
            updated,
            unchanged,
            needsReview,
            refused: bad,
            ...told
          } = await importSchools(house.ctx(), { path: await registerFile(bytes), allowShrink: true })
          expect(created + updated + unchanged + needsReview + bad).toBe(rows)
          expect(told.refusedRows).toHaveLength(bad)
          taken += 1
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          expect(error.message).toMatch(/\.$/)
          expect(await dump()).toBe(before)
          refused += 1
        }
      }),
      { numRuns: 80 },
    )
    expect(Math.min(taken, refused)).toBeGreaterThan(10)
    await house.close()
  })
})

describe('a file that says less than an earlier one', () => {
  it('takes nothing back of what its missing columns told', async () => {
    const house = testHouse()
    const run = async (form: Form, rows = ROWS) =>
      importSchools(house.ctx(), { path: await registerFile(registerBytes(rows, form)) })
    await run({ header: NOW })
    const less = NOW.filter((name) => !['OpenDate', 'Postcode', 'Trusts (name)'].includes(name))
    expect(await run({ header: less })).toMatchObject({ unchanged: 6, updated: 0 })
    const renamed = ROWS.map((row) => ({ ...row, Town: 'Otley' }))
    expect(await run({ header: less }, renamed)).toMatchObject({ updated: 6 })
    expect(await run({ header: NOW }, renamed)).toMatchObject({ unchanged: 6, updated: 0 })
    await house.close()
  })
})
