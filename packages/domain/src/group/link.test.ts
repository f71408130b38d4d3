import {
  accountEmails,
  accounts,
  audiences,
  eq,
  groupMemberships,
  ledger,
  links as linkRows,
  seats,
} from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { canSee } from '@wirearchy/domain/visibility'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGroup } from './create-group.ts'
import { groupPage } from './group-page.ts'
import { CreateGroup, MakeLink } from './input.ts'
import { join } from './join.ts'
import { linkPage } from './link-page.ts'
import { links } from './links.ts'
import { makeLink } from './make-link.ts'
import { members } from './members.ts'
import { revokeLink } from './revoke-link.ts'

let house: ReturnType<typeof testHouse>
let [priya, asha, ben, slug] = ['', '', '', '']

beforeEach(async () => {
  house = testHouse('2024-09-10')
  ;[priya, asha, ben] = [
    await house.person('Priya Patel'),
    await house.person('Asha Khan'),
    await house.person('Ben Owusu'),
  ]
  const course = {
    provider: 'Leeds SCITT',
    name: 'Leeds SCITT',
    startedOn: '2024-09-02',
    finishedOn: '2025-06-27',
  }
  slug = (await createGroup(house.as(priya), CreateGroup.parse(course))).slug
})
afterEach(() => house.close())

const link = (rest: object = {}) => makeLink(house.as(priya), MakeLink.parse({ slug, ...rest }))
const uses = async () => (await links(house.as(priya), { slug })).map(({ uses }) => uses)

it('lets people in, ties them to each other, and counts a use once a person', async () => {
  const { code } = await link()
  expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{18}$/)
  expect(await canSee(house.as(asha), ben)).toBe(false)
  for (const who of [asha, ben, asha, asha]) expect((await join(house.as(who), { code })).slug).toBe(slug)
  expect(await uses()).toEqual([2])
  expect([await canSee(house.as(asha), ben), await canSee(house.as(ben), asha)]).toEqual([true, true])
  expect((await groupPage(house.as(asha), { slug })).total).toBe(2)
})

it('lets exactly as many in as it allows, when all press Join at the same moment', async () => {
  const { code } = await link({ maxUses: 3 })
  const people = await Promise.all(Array.from({ length: 12 }, (_, nth) => house.person(`Person ${nth}`)))
  const tried = await Promise.allSettled(
    people.flatMap((who) => [join(house.as(who), { code }), join(house.as(who), { code })]),
  )
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
  expect(await house.store.read.$count(groupMemberships)).toBe(3)
  expect(await uses()).toEqual([3])
})

it('finds the link whatever the capitals, spaces and hyphens of a code copied from a poster', async () => {
  const { code } = await link()
  const typed = code
    .toUpperCase()
    .replace(/(.{6})/g, '$1 - ')
    .replaceAll('0', 'O')
    .replaceAll('1', 'l')
  expect((await join(house.as(asha), { code: typed })).slug).toBe(slug)
})

describe('a link that is over', () => {
  const refused = (code: string): Promise<string[]> =>
    join(house.as(asha), { code }).then(
      () => ['let in'],
      (error) => [error.code, error.message],
    )
  const stateOf = async (code: string) => (await linkPage(house.ctx(), { code })).state

  it('says that it has run out, after its last moment', async () => {
    const { code } = await link({ days: 1 })
    house.itIs('2024-09-11')
    expect(await refused(code)).toEqual(['gone', expect.stringContaining('has run out. Ask')])
    expect(await stateOf(code)).toBe('expired')
  })

  it('says that it has been withdrawn, and shows no names', async () => {
    const { id, code } = await link()
    await revokeLink(house.as(priya), { slug, linkId: id })
    await revokeLink(house.as(priya), { slug, linkId: id })
    expect(await refused(code)).toEqual(['gone', expect.stringContaining('withdrawn')])
    expect(await linkPage(house.ctx(), { code })).toEqual({
      state: 'revoked',
      madeBy: 'Priya Patel',
      group: expect.objectContaining({ name: 'Leeds SCITT' }),
    })
  })

  it('says that it is used up, and still knows those who are in', async () => {
    const { code } = await link({ maxUses: 1 })
    await join(house.as(ben), { code })
    expect((await refused(code))[1]).toContain('As many people')
    expect(await stateOf(code)).toBe('used_up')
    expect((await join(house.as(ben), { code })).slug).toBe(slug)
  })

  it('is not found when there is none', async () => {
    expect((await refused('nosuchcode00000000'))[0]).toBe('not_found')
    expect(await linkPage(house.ctx(), { code: 'nosuchcode' })).toEqual({ state: 'unknown', group: null })
  })
})

it('shows a visitor how many are in, and first names only of those who let every member know', async () => {
  const { code } = await link()
  for (const who of [asha, ben]) await join(house.as(who), { code })
  const open = { personId: ben, field: 'trained_with', level: 'members' as const }
  await house.store.tx((tx) => tx.insert(audiences).values(open))
  const page = await linkPage(house.ctx(), { code })
  expect(page).toMatchObject({
    state: 'open',
    howMany: 2,
    firstNames: ['Ben'],
    madeBy: 'Priya Patel',
    isIn: false,
  })
  expect(JSON.stringify(page)).not.toContain('Owusu')
  expect(await linkPage(house.as(asha), { code })).toMatchObject({ isIn: true })
})

it('is made, listed and withdrawn only by whoever runs the group', async () => {
  const { id, code } = await link()
  await join(house.as(asha), { code })
  for (const act of [
    () => makeLink(house.as(asha), MakeLink.parse({ slug })),
    () => links(house.as(asha), { slug }),
    () => revokeLink(house.as(asha), { slug, linkId: id }),
  ])
    await expect(async () => act()).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(links(house.as(ben), { slug })).rejects.toMatchObject({ code: 'not_found' })
})

it('takes the seat kept for a verified address, with its dates', async () => {
  const { id: linkId, code } = await link()
  const [row] = await house.store.read.select().from(linkRows).where(eq(linkRows.id, linkId))
  await house.store.tx(async (tx) => {
    const account = { id: newId(1), personId: asha, createdAt: 1 }
    await tx.insert(accounts).values(account)
    const email = { email: 'asha@example.org', kind: 'personal' as const, verifiedAt: 1, createdAt: 1 }
    await tx.insert(accountEmails).values({ id: newId(1), accountId: account.id, ...email })
    const kept = { fullName: 'Asha', email: 'asha@example.org', startedOn: '2024-10-01', createdAt: 1 }
    await tx.insert(seats).values({ id: newId(1), groupId: row?.groupId ?? '', ...kept })
  })
  await join(house.as(asha), { code })
  expect((await groupPage(house.as(asha), { slug })).mine).toMatchObject([{ startedOn: '2024-10-01' }])
  expect((await groupPage(house.as(priya), { slug })).seats).toEqual({ total: 1, taken: 1 })
})

it('writes one ledger entry for each membership, with its id', async () => {
  const { code } = await link()
  await join(house.as(asha), { code })
  await join(house.as(asha), { code })
  const [membership] = await house.store.read.select().from(groupMemberships)
  const entries = await house.store.read.select().from(ledger).where(eq(ledger.type, 'membership.started'))
  expect(entries.map(({ refs }) => refs.membership)).toEqual([membership?.id])
})

it('lists the members it counts, in the order asked for', async () => {
  const { code } = await link()
  const zoe = await house.person('Zoë Ångström')
  const angharad = await house.person('Ángharad Évans')
  for (const who of [zoe, asha, ben, angharad]) await join(house.as(who), { code })
  const list = await members(house.as(asha), { slug })
  expect(list.people.map(({ name }) => name)).toEqual([
    'Ángharad Évans',
    'Asha Khan',
    'Ben Owusu',
    'Zoë Ångström',
  ])
  expect(list.total).toBe(list.people.length)
})
