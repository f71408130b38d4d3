import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRegister, type ReadRow, readRegister, survey } from './index.ts'
import { type Form, MADE_HEADER, madeRow, registerBytes, registerFile } from './testing.ts'

const TRICKY = [
  madeRow(100001, { EstablishmentName: 'St Thomas à Becket Catholic School', Town: 'Wakefield' }),
  madeRow(401234, {
    EstablishmentName: 'Ysgol Awel y Môr',
    'LA (code)': '681',
    'GOR (name)': 'Wales (pseudo)',
  }),
  madeRow(100002, { EstablishmentName: 'O\u0027Neill "North", Upper School', Street: 'The Old\r\nMill' }),
  madeRow(20001, {
    EstablishmentName: 'Little Oaks',
    'EstablishmentStatus (name)': 'Open, but proposed to close',
  }),
  madeRow(1000003, { EstablishmentName: 'Zoë & Chloé Free School', CloseDate: '31-08-2027' }),
]

async function readBytes(bytes: Buffer | string): Promise<ReadRow[]> {
  const file = await survey(await registerFile(bytes))
  await checkRegister(file)
  const rows: ReadRow[] = []
  for await (const row of readRegister(file)) rows.push(row)
  return rows
}

const read = (rows = TRICKY, form: Form = {}) => readBytes(registerBytes(rows, form))
const facts = (rows: ReadRow[]) => rows.map((row) => ('row' in row ? [row.row, row.hash] : row.refusal))

describe('the register of schools', () => {
  it('14. gives the same schools in every encoding, line ending, quoting and order of columns', async () => {
    const expected = facts(await read())
    const forms = fc.record({
      header: fc
        .shuffledSubarray(['Ofsted (new)', 'RSCRegion (name)', 'Extra'])
        .chain((extra) =>
          fc.shuffledSubarray([...MADE_HEADER, ...extra], { minLength: MADE_HEADER.length + extra.length }),
        ),
      encoding: fc.constantFrom('utf-8' as const, 'utf-8-bom' as const, 'windows-1252' as const),
      eol: fc.constantFrom('\r\n' as const, '\n' as const),
      quoteAll: fc.boolean(),
      lastEol: fc.constant(true),
    })
    await fc.assert(
      fc.asyncProperty(forms, async (form) => {
        expect(facts(await read(TRICKY, form))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps accents, quotes and curly punctuation as they are written', async () => {
    const kings = madeRow(100009, { EstablishmentName: 'King#s School' })
    const bytes = Buffer.from(registerBytes([kings]).toString('latin1').replace('#', '\u0092'), 'latin1')
    const [row] = await readBytes(bytes)
    expect(row).toMatchObject({ row: { ref: '100009', name: 'King’s School' } })
    expect((await read())[0]).toMatchObject({ row: { name: 'St Thomas à Becket Catholic School' } })
  })

  it('reads both forms of a date, and takes 01-01-1900 for no date at all', async () => {
    const dates = { OpenDate: '01/09/2011', CloseDate: '31-08-2024' }
    const none = { OpenDate: '01-01-1900', CloseDate: '01/01/1900' }
    const rows = await read([madeRow(100001, dates), madeRow(100002, none)])
    expect(rows[0]).toMatchObject({ row: { openedOn: '2011-09-01', closedOn: '2024-08-31' } })
    expect(rows[1]).toMatchObject({ row: { openedOn: null, closedOn: null } })
  })

  it('goes by the name of a status, never its code', async () => {
    const told = ['Open', 'Closed', 'Open, but proposed to close', 'Proposed to open', 'OPEN ', 'Quarantine']
    const rows = await read(
      told.map((name, i) => madeRow(100001 + i, { 'EstablishmentStatus (name)': name })),
    )
    const statuses = rows.map((row) => 'row' in row && row.row.status)
    expect(statuses).toEqual(['open', 'closed', 'proposed_to_close', 'proposed_to_open', 'open', 'unknown'])
    expect(rows[5]).toMatchObject({ review: 'We don\u0027t know the status “Quarantine”.' })
  })

  it('refuses a bad row alone, with its line, column and reason', async () => {
    const rows = await read([
      madeRow('12'),
      madeRow(100001, { Street: 'Two\nlines' }),
      madeRow(100001),
      madeRow(100002, { OpenDate: '30-02-2020' }),
      madeRow(100003, { EstablishmentName: ' ' }),
      madeRow(100004, { CloseDate: 'soon' }),
      madeRow(100005, { 'EstablishmentStatus (name)': '' }),
      madeRow(100006),
    ])
    expect(
      rows.flatMap((row) => ('refusal' in row ? [[row.line, row.refusal.field, row.refusal.reason]] : [])),
    ).toEqual([
      [2, 'URN', 'A URN has five to seven digits.'],
      [5, 'URN', 'This URN is already on line 3.'],
      [6, 'OpenDate', 'There is no day 30-02-2020.'],
      [7, 'EstablishmentName', 'The name is empty.'],
      [8, 'CloseDate', '“soon” is not a date. Write it as DD-MM-YYYY.'],
      [9, 'EstablishmentStatus (name)', 'The status is empty.'],
    ])
    expect(rows.filter((row) => 'row' in row)).toHaveLength(2)
  })

  it('refuses a row with a cell too many alone', async () => {
    const text = registerBytes([madeRow(100001), madeRow(100002)])
      .toString('latin1')
      .split('\r\n')
    const [bad, good] = await readBytes([text[0], `${text[1]},more`, text[2], ''].join('\r\n'))
    expect(bad).toMatchObject({
      line: 2,
      refusal: { ref: '100001', reason: expect.stringContaining('42 cells') },
    })
    expect(good).toMatchObject({ row: { ref: '100002' } })
  })

  it("never holds a head's name, an owner's name or a telephone number", async () => {
    const everything = JSON.stringify(await read())
    for (const secret of ['Headfirst', 'Headlast', 'Propsname', '01130000000'])
      expect(everything).not.toContain(secret)
  })

  it('links to the web only where a browser may safely go', async () => {
    const sites = [
      'www.beck.sch.uk',
      'https://beck.sch.uk/x',
      'javascript:alert(1)',
      'ask the office',
      'http://a@b.c',
    ]
    const rows = await read(sites.map((SchoolWebsite, i) => madeRow(100001 + i, { SchoolWebsite })))
    const kept = rows.map((row) => 'row' in row && row.row.website)
    expect(kept).toEqual(['http://www.beck.sch.uk', 'https://beck.sch.uk/x', null, null, null])
  })
})

describe('a whole file is refused', () => {
  it.each(['URN', 'EstablishmentName', 'EstablishmentStatus (code)', 'EstablishmentStatus (name)'])(
    'when it has no column %s',
    async (column) => {
      const header = MADE_HEADER.filter((name) => name !== column)
      await expect(read(TRICKY, { header })).rejects.toThrow(`The file has no column ${column}.`)
    },
  )

  it('when it is empty, has no schools, is a zip file, or is not there', async () => {
    await expect(readBytes('')).rejects.toThrow('The file is empty.')
    await expect(read([])).rejects.toThrow('The file has no schools in it.')
    await expect(readBytes('PK\u0003\u0004')).rejects.toThrow('zip or Excel file')
    await expect(survey('no-such-file.csv')).rejects.toThrow('There is no file at no-such-file.csv.')
  })

  it('when it is no text we read: Excel, UTF-16, broken UTF-8, or columns parted otherwise', async () => {
    await expect(readBytes(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('This is an Excel file.')
    const utf16 = Buffer.from(`\ufeff${registerBytes(TRICKY).toString('latin1')}`, 'utf16le')
    await expect(readBytes(utf16)).rejects.toThrow('This file is in UTF-16. Save it as “CSV UTF-8”')
    await expect(readBytes(utf16.subarray(2))).rejects.toThrow('This is not a text file.')
    const mixed = Buffer.concat([registerBytes(TRICKY, { encoding: 'utf-8-bom' }), Buffer.from([0xe0, 0x20])])
    await expect(readBytes(mixed)).rejects.toThrow('The file says that it is UTF-8, but not all of it is.')
    const semicolons = registerBytes([madeRow(100001)], { encoding: 'utf-8' })
      .toString()
      .replaceAll(',', ';')
    await expect(readBytes(semicolons)).rejects.toThrow('Its columns are parted by semicolons or tabs')
  })

  it('when a column that we read is there twice, and not when another is', async () => {
    await expect(read(TRICKY, { header: [...MADE_HEADER, 'URN '] })).rejects.toThrow(
      'The column URN appears twice.',
    )
    expect(await read(TRICKY, { header: [...MADE_HEADER, 'Odd', 'Odd'] })).toHaveLength(TRICKY.length)
  })

  it('when a quotation mark is out of place', async () => {
    const bytes = registerBytes(TRICKY).toString('latin1').replace('Little Oaks', '"Little" Oaks')
    await expect(readBytes(bytes)).rejects.toThrow('A quotation mark is out of place')
  })

  it('when it is cut anywhere but before or after the last cell of a row', async () => {
    const header = [...MADE_HEADER, 'Extra']
    const rows = TRICKY.map((row) => ({ ...row, Extra: 'quoted, as text is' }))
    const whole = facts(await read(rows, { header, encoding: 'utf-8' }))
    const bytes = registerBytes(rows, { header, encoding: 'utf-8' })
    const headerEnd = bytes.indexOf('\r\n') + 2
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (cut) => {
        const part = bytes.subarray(0, cut)
        const isWholeRow =
          cut > headerEnd && /,Propsname Holdings,,("quoted, as text is"(\r\n)?)?$/.test(part.toString())
        const reading = readBytes(part)
        if (isWholeRow) expect(whole).toEqual(expect.arrayContaining(facts(await reading)))
        else await expect(reading).rejects.toMatchObject({ code: 'bad_input' })
      }),
      { numRuns: 200 },
    )
  })
})
