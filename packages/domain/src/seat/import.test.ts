import { importRows, ledger, people } from '@wirearchy/db'
import { createGroup, groupPage } from '@wirearchy/domain/group'
import { CreateGroup } from '@wirearchy/domain/group/input'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkImport } from './check-import.ts'
import { claimSeat } from './claim-seat.ts'
import { confirmImport } from './confirm-import.ts'
import { failedRows } from './failed-rows.ts'
import { forgetOldLists } from './forget-old-lists.ts'
import { importPage } from './import-page.ts'
import { mySeats } from './my-seats.ts'
import { seats } from './seats.ts'
import { courseHouse } from './testing.ts'
import { voidSeat } from './void-seat.ts'

let house: Awaited<ReturnType<typeof courseHouse>>
beforeEach(async () => {
  house = await courseHouse()
})
afterEach(() => house.close())

const entries = () => house.store.read.$count(ledger)

const NASTY = [
  'Name,Email,TRN,Start,End',
  'Siân Llŷr,sian@example.org,,,',
  "Ben Owusu,,'0012345,01/09/2024,",
  'Cy Abbott,,RP00/12346,02/09/2024,27/06/2025',
  'Dee Late,dee@example.org,,30/02/2025,',
  'Eve Back,eve@example.org,,02/01/2025,01/01/2025',
  'Fay Future,fay@example.org,,02/09/2030,',
  '"=HYPERLINK(""http://evil.example"",""x"")",gus@example.org,,,',
  'Siân Llŷr,sian@example.org,,,',
  'Somebody Else,sian@example.org,,,',
].join('\n')

it('23. every row has its own outcome, good rows apply, and running the file again changes nothing', async () => {
  const done = await house.upload(NASTY)
  expect(done.counts).toEqual({ created: 3, updated: 0, unchanged: 1, needs_review: 0, refused: 5 })
  const messages = done.rows.flatMap(({ line, message }) => (message ? [`${line}: ${message}`] : []))
  expect(messages).toEqual([
    expect.stringContaining('5: There is no day 30/02/2025'),
    expect.stringContaining('6: The end (2025-01-01) comes before'),
    expect.stringContaining('7: The group ends on 2025-06-27'),
    expect.stringContaining('8: A name can’t begin with “=”'),
    expect.stringContaining('10: Row 2 is about the same person'),
    expect.stringContaining('9: The same as row 2'),
  ])
  expect((await house.kept()).map(({ fullName, identifier }) => [fullName, identifier])).toEqual([
    ['Ben Owusu', '0012345'],
    ['Cy Abbott', '0012346'],
    ['Siân Llŷr', null],
  ])
  const [before, made] = [await house.kept(), await entries()]
  expect((await house.upload(NASTY)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 4 })
  expect(await house.kept()).toEqual(before)
  expect(await entries()).toBe(made + 1)
})

it('changes nothing until it is confirmed, and confirming twice gives the first answer', async () => {
  const { importId } = await house.check('Name,Email\nBen,ben@example.org')
  expect([await house.kept(), (await house.page(importId)).state]).toEqual([[], 'staged'])
  const confirm = () => confirmImport(house.as(house.priya), { slug: house.slug, importId })
  const both = await Promise.all([confirm(), confirm()])
  expect(both[0]).toEqual(both[1])
  expect(await house.kept()).toHaveLength(1)
})

it('drops a checked list, and what it held, when another is uploaded', async () => {
  const { importId } = await house.check('Name,Email\nBen,ben@example.org')
  await house.check('Name,Email\nCy,cy@example.org')
  await expect(confirmImport(house.as(house.priya), { slug: house.slug, importId })).rejects.toMatchObject({
    code: 'gone',
  })
  expect(JSON.stringify(await house.store.read.select().from(importRows))).not.toContain('ben@example.org')
})

it('forgets what good rows held once they are seats', async () => {
  await house.upload(NASTY)
  const stored = JSON.stringify(await house.store.read.select().from(importRows))
  expect(stored).not.toContain('0012345')
  expect(stored).toContain('dee@example.org')
})

it('forgets a list nobody confirmed after a week, and rows nobody fixed after thirty days', async () => {
  const { id } = await house.upload(NASTY)
  const { importId } = await house.check('Name,Email\nBen,ben@example.org')
  const left = async () => {
    await forgetOldLists(house.ctx())
    return [(await house.page(id)).rows.length, (await house.page(importId)).rows.length]
  }
  expect(await left()).toEqual([9, 1])
  house.itIs('2024-09-18')
  expect(await left()).toEqual([9, 0])
  house.itIs('2024-10-11')
  expect(await left()).toEqual([0, 0])
  expect((await house.page(id)).counts).toMatchObject({ created: 3, refused: 5 })
})

it('mends a seat that nobody has taken, by its number even under another name', async () => {
  await house.upload('Name,TRN\nAna Smith,0012345')
  expect((await house.upload('Name,TRN,Email\nAna Jones,RP00/12345,ana@example.org')).counts).toMatchObject({
    updated: 1,
  })
  expect(await house.kept()).toMatchObject([
    { fullName: 'Ana Jones', email: 'ana@example.org', identifier: '0012345' },
  ])
})

it('asks for a second look when a row joins two people’s facts, and leaves both as they are', async () => {
  await house.upload('Name,TRN,Email\nAna,0012345,\nBen,,ben@example.org')
  const before = await house.kept()
  const mixed = await house.upload('Name,TRN,Email\nAna,0012345,ben@example.org')
  expect(mixed.rows[0]).toMatchObject({
    outcome: 'needs_review',
    message: expect.stringContaining('Ben’s place, the number to Ana’s'),
  })
  expect(await house.kept()).toEqual(before)
})

it('gives back the rows to mend as a file that runs nothing and uploads again once mended', async () => {
  const done = await house.upload(NASTY)
  const { csv, fileName } = await failedRows(house.as(house.priya), { slug: house.slug, importId: done.id })
  expect(fileName).toBe('to-fix-leeds-scitt-2024.csv')
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`)
  expect((await house.upload(csv)).counts).toMatchObject({
    created: 0,
    updated: 0,
    refused: 4,
    needs_review: 1,
  })
  const mended = csv
    .replace('30/02/2025', '28/02/2025')
    .replace('01/01/2025', '01/06/2025')
    .replace('02/09/2030', '02/09/2024')
    .replace(/"'=HYPERLINK[^,]*,[^,]*,/, '"Gus Grey",')
    .replace('"Somebody Else","sian@example.org"', '"Somebody Else","else@example.org"')
  expect((await house.upload(mended)).counts).toEqual({
    created: 5,
    updated: 0,
    unchanged: 0,
    needs_review: 0,
    refused: 0,
  })
})

it('answers the same for an address that signs somebody in and one that nobody has', async () => {
  await house.address(house.asha, 'asha@example.org')
  const answers = await house.upload('Name,Email\nPerson One,asha@example.org\nPerson Two,nobody@example.org')
  const [known, unknown] = answers.rows.map(({ outcome, message, field }) => ({ outcome, message, field }))
  expect(known).toEqual(unknown)
})

it('makes seats only: no person, nobody for members to see', async () => {
  const before = await house.store.read.$count(people)
  await house.upload('Name,Email\nAsha Khan,asha@example.org\nBen,ben@example.org')
  await house.address(house.asha, 'asha@example.org')
  const [offer] = await mySeats(house.as(house.asha))
  await claimSeat(house.as(house.asha), { seatId: offer?.seatId ?? '' })
  const home = await groupPage(house.as(house.asha), { slug: house.slug })
  expect([home.total, home.seats, JSON.stringify(home).includes('Ben')]).toEqual([1, null, false])
  expect(await house.store.read.$count(people)).toBe(before)
})

it('is for whoever runs the group alone', async () => {
  const { importId } = await house.check('Name,Email\nBen,ben@example.org')
  const [seat] = await seats(house.as(house.priya), { slug: house.slug }).then((list) => list.seats)
  for (const act of [
    () => checkImport(house.as(house.asha), { slug: house.slug, text: 'Name,Email\nBen,ben@example.org' }),
    () => confirmImport(house.as(house.asha), { slug: house.slug, importId }),
    () => importPage(house.as(house.asha), { slug: house.slug, importId }),
    () => failedRows(house.as(house.asha), { slug: house.slug, importId }),
    () => seats(house.as(house.asha), { slug: house.slug }),
    () => voidSeat(house.as(house.asha), { slug: house.slug, seatId: seat?.id ?? 'none' }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'not_found' })
})

it('importing any list twice is the same as importing it once', async () => {
  const cell = (values: string[]) => fc.constantFrom(...values)
  const row = fc
    .tuple(
      cell(['Ana A', 'Ana B', 'Ben A', 'Cy', '', '=1+1']),
      cell(['', 'a@example.org', 'b@example.org', 'c@example.org', 'wrong']),
      cell(['', '0000001', 'RP00/00002', "'0000003", '12']),
      cell(['', '02/09/2024', '30/02/2025', '2025-01-06']),
      cell(['', 'Physics', 'Maths']),
    )
    .map((cells) => cells.join(','))
    .filter((cells) => cells !== ',,,,')
  const list = fc
    .array(row, { minLength: 1, maxLength: 8 })
    .map((rows) => ['Name,Email,TRN,Start,Subgroup', ...rows].join('\n'))
  await fc.assert(
    fc.asyncProperty(list, list, async (earlier, text) => {
      const days = { startedOn: '2024-09-02', finishedOn: '2025-06-27' }
      const lead = await house.person('Lead')
      const course = CreateGroup.parse({ provider: 'Leeds', name: 'Leeds', ...days })
      const here = await createGroup(house.as(lead), course)
      const run = async (file: string) => {
        const { importId } = await checkImport(house.as(lead), { slug: here.slug, text: file })
        return (await confirmImport(house.as(lead), { slug: here.slug, importId })).counts
      }
      const state = async () => (await seats(house.as(lead), { slug: here.slug })).seats
      await run(earlier)
      await run(text)
      const once = await state()
      expect(await run(text)).toMatchObject({ created: 0, updated: 0 })
      expect(await state()).toEqual(once)
    }),
    { numRuns: 80 },
  )
})
