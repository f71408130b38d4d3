import { connectionRequests, groupMemberships, invitations, people, sql } from '@wirearchy/db'
import { createGroup } from '@wirearchy/domain/group'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  acceptInvitation,
  daily,
  finishCode,
  invite,
  inviteAsOperator,
  seeInvitation,
  startInvitation,
} from './index.ts'
import { houseWithDoor } from './testing.ts'

const DAY = 24 * 60 * 60_000
const bens = 'ben@home.example'

let house: ReturnType<typeof houseWithDoor>
let ana: string
beforeEach(async () => {
  house = houseWithDoor()
  ana = await house.member('Ana', 'ana@home.example')
})
afterEach(() => house.close())

async function invited(more: { slug?: string; sentence?: string } = {}, email = bens) {
  await invite(house.as(ana), { email, ...more })
  const { to, subject, text } = await house.lastMail()
  return { to, subject, token: /\/invite\/([\w-]+)/.exec(text)?.[1] ?? '' }
}
async function accept(token: string) {
  await startInvitation(house.door(), { token })
  return acceptInvitation(house.door(), { token, code: (await house.lastMail()).code })
}
async function leadOfGroup() {
  const days = { startedOn: '2025-09-01', finishedOn: '2026-06-26' }
  const facts = {
    provider: 'Leeds SCITT',
    name: 'Leeds SCITT Physics',
    route: null,
    subject: null,
    iTrainHere: false,
  }
  return (await createGroup(house.as(ana), { ...facts, ...days })).slug
}

describe('an invitation', () => {
  it('brings a newcomer in and puts the inviter’s question to them', async () => {
    const { to, subject, token } = await invited({ sentence: 'We shared a desk in Leeds.' })
    expect([to, subject]).toEqual([bens, 'Ana invited you to Wirearchy'])
    expect(await seeInvitation(house.door(), { token })).toEqual({
      ...{ from: 'Ana', group: null, sentence: 'We shared a desk in Leeds.', sentTo: 'b…@home.example' },
      ...{ isMine: false, over: null },
    })
    const { personId, isNew } = await accept(token)
    expect(isNew).toBe(true)
    const asked = await house.store.read.select().from(connectionRequests)
    expect(asked.map(({ fromId, toId, sentence }) => [fromId, toId, sentence])).toEqual([
      [ana, personId, 'We shared a desk in Leeds.'],
    ])
  })

  it('to a training group lets them in, once', async () => {
    const slug = await leadOfGroup()
    const { subject, token } = await invited({ slug })
    expect(subject).toBe('Ana invited you to Leeds SCITT Physics')
    expect(await accept(token)).toMatchObject({ joined: { slug } })
    const again = await invited({ slug })
    expect(await accept(again.token)).toMatchObject({ isNew: false, joined: { slug } })
    expect(await house.store.read.select().from(groupMemberships)).toHaveLength(1)
  })

  it('to a group is for its leads: to anybody else the group is not there', async () => {
    const slug = await leadOfGroup()
    const eve = await house.member('Eve', 'eve@home.example')
    const refused = (which: string) =>
      invite(house.as(eve), { email: bens, slug: which }).catch((error: Error) => error.message)
    expect(await refused(slug)).toBe(await refused('no-such-group'))
  })

  it('is not used up by looking at it, nor by asking for the code', async () => {
    const { token } = await invited()
    for (let n = 0; n < 3; n += 1) await seeInvitation(house.door(), { token })
    await startInvitation(house.door(), { token })
    expect((await seeInvitation(house.door(), { token })).over).toBeNull()
  })

  it('forwarded to somebody else gets them nowhere: the code goes to the address that was invited', async () => {
    const { token } = await invited()
    await startInvitation(house.door(), { token })
    expect((await house.lastMail()).to).toBe(bens)
    const eve = await house.newcomer('Eve', 'eve@home.example')
    const asEve = { ...(await house.signIn('eve@home.example')), viewer: eve.personId }
    await expect(acceptInvitation(asEve, { token })).rejects.toMatchObject({
      code: 'bad_input',
      field: 'code',
    })
  })

  it('to an address that is mine already needs no code', async () => {
    await house.member('Ben', bens)
    const { token } = await invited()
    const ben = await house.signIn(bens)
    expect((await seeInvitation(ben, { token })).isMine).toBe(true)
    expect(await acceptInvitation(ben, { token })).toEqual({
      personId: ben.viewer,
      isNew: false,
      joined: null,
    })
  })

  it('redeemed 200 times at once is redeemed once', async () => {
    await house.member('Ben', bens)
    const { token } = await invited()
    const ben = await house.signIn(bens)
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, () => acceptInvitation(ben, { token })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await house.store.read.select().from(connectionRequests)).toHaveLength(1)
  })

  it('says whether it was used, withdrawn or has run out', async () => {
    const { token } = await invited()
    await accept(token)
    expect((await seeInvitation(house.door(), { token })).over).toMatch(/has been used/)
    await expect(startInvitation(house.door(), { token })).rejects.toMatchObject({ code: 'gone' })
    const second = await invited({}, 'cy@home.example')
    const late = house.door({ now: house.ctx().now + 7 * DAY })
    expect((await seeInvitation(late, { token: second.token })).over).toMatch(/run out/)
    await house.store.tx((tx) => tx.exec(sql`update invitations set revoked_at = 1 where used_at is null`))
    expect((await seeInvitation(house.door(), { token: second.token })).over).toMatch(/withdrawn/)
    await expect(seeInvitation(house.door(), { token: 'a'.repeat(43) })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('cannot be redeemed with a code that came after it ran out', async () => {
    const { token } = await invited()
    const last = house.ctx().now + 7 * DAY - 60_000
    await startInvitation(house.door({ now: last }), { token })
    const { code } = await house.lastMail()
    await expect(
      finishCode(house.door({ now: last + 120_000 }), { email: bens, code }),
    ).rejects.toMatchObject({ code: 'gone' })
    expect(await house.store.read.select().from(people)).toHaveLength(1)
  })

  it('that nobody answered is forgotten a month after it ran out, with its address', async () => {
    await invited()
    const later = (days: number) => ({ ...house.ctx(), now: house.ctx().now + days * DAY })
    await house.store.tx((tx) => daily(tx, later(36)))
    expect(await house.store.read.select().from(invitations)).toHaveLength(1)
    await house.store.tx((tx) => daily(tx, later(38)))
    expect(await house.store.read.select().from(invitations)).toHaveLength(0)
  })

  it('is kept without its link: the table holds only a hash', async () => {
    const { token } = await invited()
    const rows = await house.store.read.select().from(invitations)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('from the operator brings in the first person of a new installation', async () => {
    const { link } = await inviteAsOperator({ ...house.ctx(), actor: 'operator' }, { email: bens })
    const token = link.split('/').at(-1) ?? ''
    expect(await seeInvitation(house.door(), { token })).toMatchObject({
      from: null,
      group: null,
      over: null,
    })
    expect(await accept(token)).toMatchObject({ isNew: true, joined: null })
    expect(await house.store.read.select().from(connectionRequests)).toHaveLength(0)
    await expect(inviteAsOperator(house.ctx(), { email: 'office@school.sch.uk' })).rejects.toThrow(
      /several people read/,
    )
  })

  it('across a block asks nothing', async () => {
    const ben = await house.member('Ben', bens)
    const { token } = await invited()
    await house.store.tx((tx) =>
      tx.exec(
        sql`insert into blocks (id, blocker_id, blocked_id, created_at) values ('b', ${ben}, ${ana}, 1)`,
      ),
    )
    await acceptInvitation(await house.signIn(bens), { token })
    expect(await house.store.read.select().from(connectionRequests)).toHaveLength(0)
  })
})
