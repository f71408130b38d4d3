import { groups, mails, seats as seatRows } from '@wirearchy/db'
import { groupPage, joinAsInvited } from '@wirearchy/domain/group'
import { rename } from '@wirearchy/domain/person'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimSeat } from './claim-seat.ts'
import { inviteSeats } from './invite-seats.ts'
import { mySeats } from './my-seats.ts'
import { courseHouse } from './testing.ts'
import { voidSeat } from './void-seat.ts'

let house: Awaited<ReturnType<typeof courseHouse>>
beforeEach(async () => {
  house = await courseHouse()
})
afterEach(() => house.close())

describe('a seat', () => {
  it('is taken with its own dates, by whoever shows that its address is theirs', async () => {
    await house.upload('Name,Email,Start,End\nAsha Khan,ASHA@Example.org,07/10/2024,31/01/2025')
    expect(await mySeats(house.as(house.asha))).toEqual([])
    await house.address(house.asha, 'asha@example.org')
    const [offer] = await mySeats(house.as(house.asha))
    await claimSeat(house.as(house.asha), { seatId: offer?.seatId ?? '' })
    const { mine } = await groupPage(house.as(house.asha), { slug: house.slug })
    expect(mine).toMatchObject([{ startedOn: '2024-10-07', finishedOn: '2025-01-31' }])
    expect(await mySeats(house.as(house.asha))).toEqual([])
    await expect(claimSeat(house.as(house.asha), { seatId: offer?.seatId ?? '' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('16. is found by her number under the name she gave up and hid', async () => {
    await house.upload("Name,TRN\nAna Smith,'0012345")
    const ana = await house.person('Ana Smith')
    await rename(house.as(ana), { name: 'Ana Jones', hidePrevious: true })
    await claimSeat(house.as(ana), { number: 'RP00/12345', name: 'Ana Jones' })
    expect(
      (await groupPage(house.as(house.priya), { slug: house.slug })).people.map(({ name }) => name),
    ).toEqual(['Ana Jones'])
    expect((await house.kept())[0]).toMatchObject({ fullName: 'Ana Jones', isTaken: true })
  })

  it('is refused in the same words whether the number or the name is wrong, and only five times an hour', async () => {
    await house.upload('Name,TRN\nAna Smith,0012345')
    const tried = (number: string, name: string) =>
      claimSeat(house.as(house.asha), { number, name }).then(
        () => 'taken',
        (error) => error.message,
      )
    expect(await tried('0012345', 'Asha Khan')).toBe(await tried('7654321', 'Ana Smith'))
    for (let more = 0; more < 3; more += 1) await tried('0000000', 'Nobody')
    expect(await tried('0012345', 'Ana Smith')).toContain('five times')
  })

  it('can be taken back while nobody has taken it', async () => {
    await house.upload('Name,Email\nBen,ben@example.org')
    const [row] = await house.store.read.select().from(seatRows)
    await voidSeat(house.as(house.priya), { slug: house.slug, seatId: row?.id ?? '' })
    expect(await house.kept()).toEqual([])
    expect((await house.upload('Name,Email\nBen,ben@example.org')).counts).toMatchObject({ created: 1 })
  })
})

describe('inviting those who are not here yet', () => {
  const invited = () => inviteSeats(house.as(house.priya), { slug: house.slug })

  it('writes once to each address while the invitation works, and says who cannot be written to', async () => {
    await house.upload(
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
    await house.upload('Name,Email,Start\nAsha Khan,asha@example.org,07/10/2024')
    await house.address(house.asha, 'asha@example.org')
    const [group] = await house.store.read.select().from(groups)
    await house.store.tx((tx) => joinAsInvited(tx, house.as(house.asha), { groupId: group?.id ?? '' }))
    expect((await groupPage(house.as(house.asha), { slug: house.slug })).mine).toMatchObject([
      { startedOn: '2024-10-07' },
    ])
    expect((await groupPage(house.as(house.priya), { slug: house.slug })).seats).toEqual({
      total: 1,
      taken: 1,
    })
  })
})
