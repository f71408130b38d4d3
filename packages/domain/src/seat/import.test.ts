import {
  accountEmails,
  accounts,
  groups,
  importRows,
  ledger,
  mails,
  people,
  seats as seatRows,
} from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { createGroup, groupPage, joinAsInvited } from '@wirearchy/domain/group'
import { CreateGroup } from '@wirearchy/domain/group/input'
import { rename } from '@wirearchy/domain/person'
import { testHouse } from '@wirearchy/domain/testing'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkImport } from './check-import.ts'
import { claimSeat } from './claim-seat.ts'
import { confirmImport } from './confirm-import.ts'
import { failedRows } from './failed-rows.ts'
import { importPage } from './import-page.ts'
import { inviteSeats } from './invite-seats.ts'
import { mySeats } from './my-seats.ts'
import { seats } from './seats.ts'
import { voidSeat } from './void-seat.ts'

let house: ReturnType<typeof testHouse>
let [priya, asha, slug] = ['', '', '']

beforeEach(async () => {
  house = testHouse('2024-09-10')
  ;[priya, asha] = [await house.person('Priya'), await house.person('Asha Khan')]
  const days = { startedOn: '2024-09-02', finishedOn: '2025-06-27' }
  const course = CreateGroup.parse({ provider: 'Leeds SCITT', name: 'Leeds SCITT', ...days })
  slug = (await createGroup(house.as(priya), course)).slug
})
afterEach(() => house.close())

const check = (text: string) => checkImport(house.as(priya), { slug, text, fileName: 'list.csv' })
const page = (importId: string) => importPage(house.as(priya), { slug, importId })
async function upload(text: string) {
  const { importId } = await check(text)
  await confirmImport(house.as(priya), { slug, importId })
  return page(importId)
}
const kept = async () => (await seats(house.as(priya), { slug })).seats.map(({ id: _, ...seat }) => seat)
const entries = () => house.store.read.$count(ledger)
async function addressOf(personId: string, email: string) {
  await house.store.tx(async (tx) => {
    const account = { id: newId(1), personId, createdAt: 1 }
    await tx.insert(accounts).values(account)
    const row = {
      id: newId(1),
      accountId: account.id,
      email,
      kind: 'personal' as const,
      verifiedAt: 1,
      createdAt: 1,
    }
    await tx.insert(accountEmails).values(row)
  })
}

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

it('scenario 23: every row has its own outcome, good rows apply, and running the file again changes nothing', async () => {
  const done = await upload(NASTY)
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
  expect((await kept()).map(({ fullName, identifier }) => [fullName, identifier])).toEqual([
    ['Ben Owusu', '0012345'],
    ['Cy Abbott', '0012346'],
    ['Siân Llŷr', null],
  ])
  const [before, made] = [await kept(), await entries()]
  expect((await upload(NASTY)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 4 })
  expect(await kept()).toEqual(before)
  expect(await entries()).toBe(made + 1)
})

it('changes nothing until it is confirmed, and confirming twice gives the first answer', async () => {
  const { importId } = await check('Name,Email\nBen,ben@example.org')
  expect([await kept(), (await page(importId)).state]).toEqual([[], 'staged'])
  const confirm = () => confirmImport(house.as(priya), { slug, importId })
  const both = await Promise.all([confirm(), confirm()])
  expect(both[0]).toEqual(both[1])
  expect(await kept()).toHaveLength(1)
})

it('drops a checked list, and what it held, when another is uploaded', async () => {
  const { importId } = await check('Name,Email\nBen,ben@example.org')
  await check('Name,Email\nCy,cy@example.org')
  await expect(confirmImport(house.as(priya), { slug, importId })).rejects.toMatchObject({ code: 'gone' })
  expect(JSON.stringify(await house.store.read.select().from(importRows))).not.toContain('ben@example.org')
})

it('forgets what good rows held once they are seats', async () => {
  await upload(NASTY)
  const stored = JSON.stringify(await house.store.read.select().from(importRows))
  expect(stored).not.toContain('0012345')
  expect(stored).toContain('dee@example.org')
})

it('mends a seat that nobody has taken, by its number even under another name', async () => {
  await upload('Name,TRN\nAna Smith,0012345')
  expect((await upload('Name,TRN,Email\nAna Jones,RP00/12345,ana@example.org')).counts).toMatchObject({
    updated: 1,
  })
  expect(await kept()).toMatchObject([
    { fullName: 'Ana Jones', email: 'ana@example.org', identifier: '0012345' },
  ])
})

it('asks for a second look when a row joins two people’s facts, and leaves both as they are', async () => {
  await upload('Name,TRN,Email\nAna,0012345,\nBen,,ben@example.org')
  const before = await kept()
  const mixed = await upload('Name,TRN,Email\nAna,0012345,ben@example.org')
  expect(mixed.rows[0]).toMatchObject({
    outcome: 'needs_review',
    message: expect.stringContaining('Ben’s place, the number to Ana’s'),
  })
  expect(await kept()).toEqual(before)
})

it('gives back the rows to mend as a file that runs nothing and uploads again once mended', async () => {
  const done = await upload(NASTY)
  const { csv, fileName } = await failedRows(house.as(priya), { slug, importId: done.id })
  expect(fileName).toBe('to-fix-leeds-scitt-2024.csv')
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`)
  expect((await upload(csv)).counts).toMatchObject({ created: 0, updated: 0, refused: 4, needs_review: 1 })
  const mended = csv
    .replace('30/02/2025', '28/02/2025')
    .replace('01/01/2025', '01/06/2025')
    .replace('02/09/2030', '02/09/2024')
    .replace(/"'=HYPERLINK[^,]*,[^,]*,/, '"Gus Grey",')
    .replace('"Somebody Else","sian@example.org"', '"Somebody Else","else@example.org"')
  expect((await upload(mended)).counts).toEqual({
    created: 5,
    updated: 0,
    unchanged: 0,
    needs_review: 0,
    refused: 0,
  })
})

it('answers the same for an address that signs somebody in and one that nobody has', async () => {
  await addressOf(asha, 'asha@example.org')
  const answers = await upload('Name,Email\nPerson One,asha@example.org\nPerson Two,nobody@example.org')
  const [known, unknown] = answers.rows.map(({ outcome, message, field }) => ({ outcome, message, field }))
  expect(known).toEqual(unknown)
})

it('makes seats only: no person, nobody for members to see', async () => {
  const before = await house.store.read.$count(people)
  await upload('Name,Email\nAsha Khan,asha@example.org\nBen,ben@example.org')
  await addressOf(asha, 'asha@example.org')
  const [offer] = await mySeats(house.as(asha))
  await claimSeat(house.as(asha), { seatId: offer?.seatId ?? '' })
  const home = await groupPage(house.as(asha), { slug })
  expect([home.total, home.seats, JSON.stringify(home).includes('Ben')]).toEqual([1, null, false])
  expect(await house.store.read.$count(people)).toBe(before)
})

it('is for whoever runs the group alone', async () => {
  const { importId } = await check('Name,Email\nBen,ben@example.org')
  const [seat] = await seats(house.as(priya), { slug }).then((list) => list.seats)
  for (const act of [
    () => checkImport(house.as(asha), { slug, text: 'Name,Email\nBen,ben@example.org' }),
    () => confirmImport(house.as(asha), { slug, importId }),
    () => importPage(house.as(asha), { slug, importId }),
    () => failedRows(house.as(asha), { slug, importId }),
    () => seats(house.as(asha), { slug }),
    () => voidSeat(house.as(asha), { slug, seatId: seat?.id ?? 'none' }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'not_found' })
})

describe('a seat', () => {
  it('is taken with its own dates, by whoever shows that its address is theirs', async () => {
    await upload('Name,Email,Start,End\nAsha Khan,ASHA@Example.org,07/10/2024,31/01/2025')
    expect(await mySeats(house.as(asha))).toEqual([])
    await addressOf(asha, 'asha@example.org')
    const [offer] = await mySeats(house.as(asha))
    await claimSeat(house.as(asha), { seatId: offer?.seatId ?? '' })
    const { mine } = await groupPage(house.as(asha), { slug })
    expect(mine).toMatchObject([{ startedOn: '2024-10-07', finishedOn: '2025-01-31' }])
    expect(await mySeats(house.as(asha))).toEqual([])
    await expect(claimSeat(house.as(asha), { seatId: offer?.seatId ?? '' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('scenario 16: is found by her number under the name she gave up and hid', async () => {
    await upload("Name,TRN\nAna Smith,'0012345")
    const ana = await house.person('Ana Smith')
    await rename(house.as(ana), { name: 'Ana Jones', hidePrevious: true })
    await claimSeat(house.as(ana), { number: 'RP00/12345', name: 'Ana Jones' })
    expect((await groupPage(house.as(priya), { slug })).people.map(({ name }) => name)).toEqual(['Ana Jones'])
    expect((await kept())[0]).toMatchObject({ fullName: 'Ana Jones', isTaken: true })
  })

  it('is refused in the same words whether the number or the name is wrong, and only five times an hour', async () => {
    await upload('Name,TRN\nAna Smith,0012345')
    const tried = (number: string, name: string) =>
      claimSeat(house.as(asha), { number, name }).then(
        () => 'taken',
        (error) => error.message,
      )
    expect(await tried('0012345', 'Asha Khan')).toBe(await tried('7654321', 'Ana Smith'))
    for (let more = 0; more < 3; more += 1) await tried('0000000', 'Nobody')
    expect(await tried('0012345', 'Ana Smith')).toContain('five times')
  })

  it('can be taken back while nobody has taken it', async () => {
    await upload('Name,Email\nBen,ben@example.org')
    const [row] = await house.store.read.select().from(seatRows)
    await voidSeat(house.as(priya), { slug, seatId: row?.id ?? '' })
    expect(await kept()).toEqual([])
    expect((await upload('Name,Email\nBen,ben@example.org')).counts).toMatchObject({ created: 1 })
  })
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
    { numRuns: 150 },
  )
})

describe('inviting those who are not here yet', () => {
  const invited = () => inviteSeats(house.as(priya), { slug })

  it('writes once to each address while the invitation works, and says who cannot be written to', async () => {
    await upload(
      'Name,Email,TRN\nAna,ana@example.org,\nBen,ben@example.org,\nCy,,0012345\nThe Office,office@example.org,',
    )
    expect(await invited()).toEqual({ sent: 2, alreadyInvited: 0, withoutAddress: 1, left: 1 })
    expect(await invited()).toEqual({ sent: 0, alreadyInvited: 2, withoutAddress: 1, left: 1 })
    const letters = await house.store.read.select().from(mails)
    expect(letters.map(({ to }) => to).toSorted()).toEqual(['ana@example.org', 'ben@example.org'])
    house.itIs('2024-09-20')
    expect((await invited()).sent).toBe(2)
  })

  it('lets whoever comes by the letter take the seat, with its dates', async () => {
    await upload('Name,Email,Start\nAsha Khan,asha@example.org,07/10/2024')
    await addressOf(asha, 'asha@example.org')
    const [group] = await house.store.read.select().from(groups)
    await house.store.tx((tx) => joinAsInvited(tx, house.as(asha), { groupId: group?.id ?? '' }))
    expect((await groupPage(house.as(asha), { slug })).mine).toMatchObject([{ startedOn: '2024-10-07' }])
    expect((await groupPage(house.as(priya), { slug })).seats).toEqual({ total: 1, taken: 1 })
  })
})
