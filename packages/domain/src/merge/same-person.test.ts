import { asc, groupLeads, groups, limits, mails, notifications, personMerges, sql } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerSamePerson,
  askTwo,
  checkSamePerson,
  confirmSamePerson,
  myRecords,
  proveSamePerson,
  startSamePerson,
  undoSamePerson,
} from './index.ts'
import { houseWithDoor } from './testing/door.ts'

let house: ReturnType<typeof houseWithDoor>
beforeEach(() => {
  house = houseWithDoor('2026-01-05')
})
afterEach(() => house.close())

const HOUR = 60 * 60_000
const lettersTo = async (to: string) =>
  (await house.store.read.select().from(mails).where(sql`"to" = ${to}`).orderBy(asc(mails.id))).map(
    ({ kind }) => kind,
  )
const codeTo = (to: string) => house.codeTo(to)
const twoRecords = async () => {
  const other = await house.member('Ana Lowe', 'ana@uni.example')
  const mine = await house.member('Ana Shah', 'ana@home.example')
  await house.trainedTogether([other, await house.person('Ben')])
  return { other, mine, me: await house.signIn('ana@home.example') }
}

describe('Is this you too?', () => {
  it('joins the two once both doors are proven, tells every address, and can be undone', async () => {
    const { other, mine, me } = await twoRecords()
    await startSamePerson(me, { email: 'Ana@Uni.example' })
    const { mergeId } = await proveSamePerson(me, {
      email: 'ana@uni.example',
      code: await codeTo('ana@uni.example'),
    })
    const { staying, joining } = await checkSamePerson(me, { mergeId })
    expect([staying.name, joining.name]).toEqual(['Ana Shah', 'Ana Lowe'])
    expect(joining).toMatchObject({ groups: ['Leeds PGCE Physics'], people: 1, schools: [] })
    expect(await confirmSamePerson(me, { mergeId })).toMatchObject({ name: 'Ana Lowe' })
    expect((await house.signIn('ana@uni.example')).viewer).toBe(mine)
    expect(await lettersTo('ana@uni.example')).toContain('merged')
    expect(await lettersTo('ana@home.example')).toContain('merged')
    const { joined } = await myRecords(me)
    expect(joined).toMatchObject([{ mergeId, name: 'Ana Lowe', canPart: true }])
    expect(await undoSamePerson(me, { mergeId })).toEqual({ left: 0 })
    expect((await house.signIn('ana@uni.example')).viewer).toBe(other)
    expect(await lettersTo('ana@uni.example')).toContain('unmerged')
    expect((await myRecords(me)).joined).toEqual([])
  })

  it('answers the same for an unknown address, one’s own, and one whose owner blocks the asker; none of them gets a code', async () => {
    const { other, mine, me } = await twoRecords()
    await block(house.as(other), { personId: mine }).catch(() => {})
    await house.store.tx((tx) =>
      tx.exec(
        sql`insert into blocks (id, blocker_id, blocked_id, created_at) values ('b', ${other}, ${mine}, 1)`,
      ),
    )
    for (const email of ['nobody@home.example', 'ana@home.example', 'ana@uni.example']) {
      expect(await startSamePerson(me, { email })).toEqual({ email })
      expect((await lettersTo(email)).at(-1)).toBe('same_person_unknown')
      expect(await codeTo(email)).toBe('')
    }
  })

  it('takes no wrong code, nobody else’s proof, and no proof older than half an hour', async () => {
    const { me } = await twoRecords()
    await house.member('Eve', 'eve@home.example')
    await startSamePerson(me, { email: 'ana@uni.example' })
    const code = await codeTo('ana@uni.example')
    const wrong = code === '000000' ? '000001' : '000000'
    await expect(proveSamePerson(me, { email: 'ana@uni.example', code: wrong })).rejects.toThrow(
      /not the code/,
    )
    const eve = await house.signIn('eve@home.example')
    await expect(proveSamePerson(eve, { email: 'ana@uni.example', code })).rejects.toThrow(/run out/)
    const { mergeId } = await proveSamePerson(me, { email: 'ana@uni.example', code })
    for (const act of [checkSamePerson, confirmSamePerson]) {
      await expect(act(eve, { mergeId })).rejects.toThrow(/can’t find/)
      await expect(act({ ...me, now: me.now + HOUR }, { mergeId })).rejects.toThrow(/half an hour/)
    }
  })

  it('joins nothing when a block came between the proof and the yes', async () => {
    const { other, mine, me } = await twoRecords()
    await startSamePerson(me, { email: 'ana@uni.example' })
    const { mergeId } = await proveSamePerson(me, {
      email: 'ana@uni.example',
      code: await codeTo('ana@uni.example'),
    })
    await house.store.tx((tx) =>
      tx.exec(
        sql`insert into blocks (id, blocker_id, blocked_id, created_at) values ('b', ${other}, ${mine}, 1)`,
      ),
    )
    await expect(confirmSamePerson(me, { mergeId })).rejects.toThrow(/whoever runs this service/)
  })

  it('may be asked six times an hour, and undone by oneself for thirty days', async () => {
    const { me } = await twoRecords()
    for (let n = 0; n < 6; n += 1) await startSamePerson(me, { email: `a${n}@home.example` })
    await expect(startSamePerson(me, { email: 'ana@uni.example' })).rejects.toThrow(/several times this hour/)
    await house.store.tx((tx) => tx.delete(limits))
    await startSamePerson(me, { email: 'ana@uni.example' })
    const { mergeId } = await proveSamePerson(me, {
      email: 'ana@uni.example',
      code: await codeTo('ana@uni.example'),
    })
    await confirmSamePerson(me, { mergeId })
    await expect(undoSamePerson({ ...me, now: me.now + 31 * 24 * HOUR }, { mergeId })).rejects.toThrow(
      /30 days/,
    )
  })
})

describe('Whoever runs a group asks two members', () => {
  const group = async () => {
    const { other, mine } = await twoRecords()
    const lead = await house.member('Sam', 'sam@home.example')
    const groupId = await house.trainedTogether([other, mine])
    const grant = { id: newId(1), personId: lead, groupId, startedOn: '2025-01-01', grantedBy: 'operator' }
    await house.store.tx((tx) => tx.insert(groupLeads).values(grant))
    const [row] = await house.store.read.select().from(groups).where(sql`id = ${groupId}`)
    return { other, mine, lead: house.as(lead), slug: row?.slug ?? '' }
  }
  const questionTo = async (id: string) => (await myRecords(house.as(id))).questions[0]

  it('joins them once both said yes, and tells the asker nothing but that they were asked', async () => {
    const { other, mine, lead, slug } = await group()
    expect(await askTwo(lead, { slug, personId: other, otherId: mine })).toEqual({ isAsked: true })
    expect(await questionTo(mine)).toMatchObject({ askedBy: 'Sam', other: 'Ana Lowe' })
    const mergeId = (await questionTo(other))?.mergeId ?? ''
    const yes = { mergeId, answer: 'yes' } as const
    expect(await answerSamePerson(house.as(mine), yes)).toEqual({ isJoined: false, isSignedOut: false })
    expect(await questionTo(mine)).toBeUndefined()
    const [first] = await house.store.read.select().from(personMerges)
    expect(await answerSamePerson(house.as(other), yes)).toMatchObject({ isJoined: true })
    expect((await house.signIn('ana@uni.example')).viewer).toBe(first?.winnerId)
    expect(
      await askTwo(lead, { slug, personId: first?.winnerId ?? '', otherId: lead.viewer }).catch(() => 'no'),
    ).toBe('no')
    const told = await house.store.read.select().from(notifications).where(sql`person_id = ${lead.viewer}`)
    expect(told).toEqual([])
  })

  it('lets either say no in silence: the other’s yes is thanked, nothing is joined, and nobody is asked again', async () => {
    const { other, mine, lead, slug } = await group()
    await askTwo(lead, { slug, personId: mine, otherId: other })
    const mergeId = (await questionTo(other))?.mergeId ?? ''
    await answerSamePerson(house.as(other), { mergeId, answer: 'no' })
    const late = await answerSamePerson(house.as(mine), { mergeId, answer: 'yes' })
    expect(late).toEqual({ isJoined: false, isSignedOut: false })
    expect(await askTwo(lead, { slug, personId: other, otherId: mine })).toEqual({ isAsked: true })
    expect(await questionTo(mine)).toBeUndefined()
    expect((await house.signIn('ana@uni.example')).viewer).toBe(other)
  })

  it('is not for members, nor about anybody outside the group, nor across a block', async () => {
    const { other, mine, lead, slug } = await group()
    const two = { slug, personId: other, otherId: mine }
    await expect(askTwo(house.as(mine), two)).rejects.toThrow(/Only the people who run/)
    await expect(askTwo(lead, { ...two, otherId: await house.person('Zoe') })).rejects.toThrow(/can’t find/)
    await block(house.as(mine), { personId: other })
    expect(await askTwo(lead, two)).toEqual({ isAsked: true })
    expect(await questionTo(other)).toBeUndefined()
  })

  it('shows nobody’s question to anybody else', async () => {
    const { other, mine, lead, slug } = await group()
    await askTwo(lead, { slug, personId: mine, otherId: other })
    const mergeId = (await questionTo(other))?.mergeId ?? ''
    const ben = house.as(await house.person('Ben'))
    await expect(answerSamePerson(ben, { mergeId, answer: 'yes' })).rejects.toThrow(/can’t find/)
    await expect(answerSamePerson(lead, { mergeId, answer: 'yes' })).rejects.toThrow(/can’t find/)
  })
})
