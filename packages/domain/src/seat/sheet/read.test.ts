import { Problem } from '@wirearchy/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { told } from './cells.ts'
import { decode } from './decode.ts'
import { readSheet } from './read.ts'
import { tableOf } from './table.ts'
import { csvOf } from './write.ts'

const course = { startedOn: '2024-09-02', finishedOn: '2025-06-27' }
const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readSheet(utf8(text), course)
const one = (text: string) => read(text).rows[0]
const refusal = (text: string | Uint8Array) => {
  try {
    readSheet(typeof text === 'string' ? utf8(text) : text, course)
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
  return 'it was read'
}
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'))
const swapped = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16())

describe('a list saved in any of the usual ways reads the same', () => {
  const text = 'Name,Email\r\nSiân Łuczak,sian@example.org\r\n'
  const latin = 'Name,Email\r\nSiân Müller,sian@example.org\r\n'
  const nameIn = (bytes: Uint8Array) => readSheet(bytes, course).rows[0]?.seat?.fullName
  const encodingOf = (bytes: Uint8Array) => readSheet(bytes, course).encoding

  it('UTF-8 with and without its mark', () => {
    expect(nameIn(utf8(text))).toBe('Siân Łuczak')
    expect(nameIn(utf8(`\ufeff${text}`))).toBe('Siân Łuczak')
  })

  it('UTF-16 either way round, with and without its mark', () => {
    for (const bytes of [utf16(`\ufeff${text}`), swapped(`\ufeff${text}`), utf16(text), swapped(text)])
      expect(nameIn(bytes)).toBe('Siân Łuczak')
    expect(encodingOf(swapped(text))).toBe('utf-16be')
  })

  it('Windows-1252, with the letters that are not Latin-1', () => {
    expect(nameIn(Uint8Array.from(Buffer.from(latin, 'latin1')))).toBe('Siân Müller')
    const dash = Uint8Array.from([
      ...Buffer.from('Name,Email\nO'),
      0x92,
      ...Buffer.from('Neill Zo'),
      0xeb,
      ...Buffer.from(',z@example.org\n'),
    ])
    expect(nameIn(dash)).toBe('O’Neill Zoë')
  })

  it('with commas, semicolons or tabs, and any line ends', () => {
    for (const separator of [',', ';', '\t'])
      for (const end of ['\n', '\r\n', '\r'])
        expect(
          one(['Name', 'Email'].join(separator) + end + ['Asha', 'asha@example.org'].join(separator) + end)
            ?.seat,
        ).toMatchObject({
          fullName: 'Asha',
          email: 'asha@example.org',
        })
  })
})

describe('headings', () => {
  it('are known whatever their case, order and spacing, and others are set aside', () => {
    const sheet = read(' E-MAIL address ;Surname;First  Name;House\nasha@example.org;Khan;Asha;Green\n')
    expect(sheet.rows[0]?.seat).toMatchObject({ fullName: 'Asha Khan', email: 'asha@example.org' })
    expect(sheet.ignored).toEqual(['House'])
  })

  it('that stand twice or mean the same refuse the file, and say where', () => {
    expect(refusal('Name,Email,Email\nA,a@example.org,b@example.org')).toContain('(column 2)')
    expect(refusal('Name,House,House\nA,x,y')).toBe(
      'The heading “House” stands twice, in columns 2 and 3. Keep one of them.',
    )
    expect(refusal('Name,Email,E-mail address\nA,a@example.org,b@example.org')).toContain('both mean email')
  })

  it('without a name refuse the file and say what the first row reads', () => {
    expect(refusal('asha@example.org,Green\nben@example.org,Red')).toContain('asha@example.org, Green')
  })
})

describe('a file that cannot be used says why, and what to do', () => {
  it.each([
    ['', 'The file is empty'],
    ['Name,Email\n', 'no people'],
    ['PK\u0003\u0004stuff', 'Excel'],
    [`Name,Email\n${'Asha,asha@example.org\n'.repeat(2_001)}`, '2001 rows'],
    [`${Array.from({ length: 31 }, (_, at) => `h${at}`).join(',')}\nx`, '31 columns'],
    ['Name,Email\nAsha,"asha@example.org\nBen,ben@example.org\n', 'quotation mark'],
    ['a'.repeat(1_000_001), 'larger than 1 MB'],
  ])('%#', (text, says) => {
    expect(refusal(text)).toContain(says)
  })
})

describe('each row has its own answer', () => {
  const rowOf = (cells: string) => one(`Name,Email,TRN,Start,End\n${cells}\n`)

  it.each(["'0012345", 'RP00/12345', '0012345', "'RP0012345", 'rp 00/12345', '00-12345'])(
    'reads the TRN %s',
    (trn) => {
      expect(rowOf(`Asha,,${trn},,`)?.seat).toMatchObject({ identifierScheme: 'trn', identifier: '0012345' })
    },
  )

  it.each([
    ['Asha,,12345,,', 'TRN', 'seven digits; this has 5'],
    ['Asha,,TBC,,', 'TRN', 'not a TRN'],
    ['Asha,asha@example.org,,30/02/2025,', 'Start date', 'There is no day 30/02/2025'],
    ['Asha,asha@example.org,,2025-02-30,', 'Start date', 'There is no day'],
    ['Asha,asha@example.org,,45537,', 'Start date', 'own numbers'],
    ['Asha,asha@example.org,,01/02/2025,01/01/2025', 'End date', 'before the start'],
    ['Asha,asha@example.org,,01/09/2025,', 'Start date', 'The group ends on 2025-06-27'],
    ['Asha,,,,', 'Email', 'so that only Asha can take this place'],
    [',asha@example.org,,,', 'Name', 'Add a name'],
    ['Asha,asha@example,,,', 'Email', 'not a whole e-mail address'],
    ['"=HYPERLINK(""http://evil"",""x"")",a@example.org,,,', 'Name', 'can’t begin with “=”'],
    ['Asha\u202eKhan,a@example.org,,,', 'Name', 'cannot be seen'],
    ['As\u0000ha,a@example.org,,,', 'Name', 'cannot be seen'],
    [`${'A'.repeat(501)},a@example.org,,,`, 'Name', '501 characters'],
    [`${'A'.repeat(101)},a@example.org,,,`, 'Name', 'longer than 100'],
  ])('refuses %s', (cells, field, says) => {
    expect(rowOf(cells)?.refusal?.field).toBe(field)
    expect(rowOf(cells)?.refusal?.message).toContain(says)
  })

  it.each([
    ['2 Sept 2024', '2024-09-02'],
    ['02/09/24', '2024-09-02'],
    ['2.9.2024', '2024-09-02'],
    ['2024-09-02', '2024-09-02'],
    ['2nd September, 2024', '2024-09-02'],
  ])('reads the day %s', (written, day) => {
    expect(one(`Name;Email;Start\nAsha;a@example.org;${written}`)?.seat?.startedOn).toBe(day)
  })

  it('keeps the line of the file when a cell holds line breaks', () => {
    const rows = read('Name,Email\n"Asha\nKhan",asha@example.org\n\nBen,nowhere\n').rows
    expect(rows.map(({ line }) => line)).toEqual([2, 5])
  })
})

it('never falls over whatever bytes are uploaded, and names the row and the column', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => utf8(`Name,Email,TRN,Start\n${text}`)),
    fc
      .array(
        fc.array(
          fc.string({
            unit: fc.constantFrom('"', ',', ';', '\n', '\r', '=', "'", 'a', '0', '/', '\u0000', '\u202e'),
          }),
          { maxLength: 5 },
        ),
      )
      .map((rows) => utf8(`Name,Email,TRN,Start\n${rows.map((cells) => cells.join(',')).join('\n')}`)),
  )
  fc.assert(
    fc.property(bytes, (file) => {
      let sheet: ReturnType<typeof readSheet>
      try {
        sheet = readSheet(file, course)
      } catch (error) {
        return error instanceof Problem && error.field === 'file' && error.message.length > 20
      }
      return sheet.rows.every(
        ({ line, seat, refusal }) =>
          line >= 1 && (seat ? !refusal : refusal.field !== '' && refusal.message !== ''),
      )
    }),
    { numRuns: 1_500 },
  )
})

it('writes cells that no spreadsheet runs, and reads them back as they were meant', () => {
  const cell = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' })
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', 'A'), cell, (start, rest) => {
      const [written] = tableOf(decode(utf8(csvOf([['Name'], [start + rest]]))).text).rows[0]?.cells ?? []
      return !/^[=+@-]/.test(written ?? '') && told(written, 'Name') === told(start + rest, 'Name')
    }),
    { numRuns: 1_000 },
  )
})
