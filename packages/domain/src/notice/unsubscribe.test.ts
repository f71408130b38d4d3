import { noticeChoices } from '@wirearchy/db'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choosePaces, myPost, seeUnsubscribe, unsubscribe } from './index.ts'
import { POSTS } from './kinds.ts'
import { postHouse } from './testing.ts'
import { STOPPABLE, unsubscribeUrl } from './unsubscribe-token.ts'

let house: ReturnType<typeof postHouse>
let [ana, ben] = ['', '']
beforeEach(async () => {
  house = postHouse('2026-11-18')
  ;[ana, ben] = [await house.member('Ana'), await house.member('Ben')]
})
afterEach(() => house.close())

const pacesOf = async (personId: string) =>
  Object.fromEntries((await myPost(house.as(personId))).posts.map(({ post, pace }) => [post, pace]))
const tokenIn = (url: string | undefined) => url?.split('/').at(-1) ?? ''
const tokenFor = (personId: string, what: (typeof STOPPABLE)[number]) =>
  tokenIn(unsubscribeUrl(house.ctx(), personId, what))

describe('the way out in a letter', () => {
  it('stops that kind for that person, signed in or not, and no other kind and nobody else', async () => {
    await house.write(ana, 'meeting_booked')
    await house.work()
    const token = tokenIn(house.inbox[0]?.unsubscribe)
    const before = await pacesOf(ana)
    expect(await seeUnsubscribe(house.ctx(), { token })).toMatchObject({
      name: 'letters about meetings',
      isOff: false,
    })
    expect(await pacesOf(ana)).toEqual(before)
    await unsubscribe(house.ctx(), { token })
    expect(await pacesOf(ana)).toEqual({ ...before, meetings: 'off' })
    expect(await pacesOf(ben)).toEqual(before)
    for (const kind of ['meeting_moved', 'mentoring_asked', 'password_changed']) await house.write(ana, kind)
    await house.work()
    const later = house.inbox.slice(1).map(({ subject }) => subject)
    expect(later.sort()).toEqual(['News of mentoring_asked', 'News of password_changed'])
  })

  it('may be taken twice, and back again', async () => {
    const token = tokenFor(ana, 'meetings')
    for (const _ of [1, 2]) expect(await unsubscribe(house.ctx(), { token })).toMatchObject({ isOff: true })
    expect(await seeUnsubscribe(house.ctx(), { token })).toMatchObject({ isOff: true, mayStartAgain: true })
    expect(await house.store.read.select().from(noticeChoices)).toHaveLength(1)
    await unsubscribe(house.ctx(), { token, again: 'yes' })
    expect((await pacesOf(ana)).meetings).toBe('now')
  })

  it('of a bundle stops what comes in it and leaves the rest', async () => {
    await choosePaces(house.as(ana), { schools: 'weekly', people: 'now' })
    await unsubscribe(house.ctx(), { token: tokenFor(ana, 'daily') })
    expect(await pacesOf(ana)).toEqual({
      ...{ mentoring: 'now', meetings: 'now', people: 'now', schools: 'weekly' },
      ...{ reminders: 'off', moves: 'off', groups: 'off' },
    })
  })
})

describe('an address that we did not make', () => {
  const refused = (token: string) =>
    expect(unsubscribe(house.ctx(), { token })).rejects.toMatchObject({ code: 'not_found' })

  it('stops nothing: another person’s mark, another kind’s, a changed letter, another secret', async () => {
    const mine = tokenFor(ana, 'moves')
    const [id, , mark] = mine.split('.')
    const [bensId, , bensMark] = tokenFor(ben, 'moves').split('.')
    const other = tokenIn(
      unsubscribeUrl({ ...house.ctx(), secret: 'another secret of 32 characters!!' }, ana, 'moves'),
    )
    for (const token of [
      ...[`${bensId}.moves.${mark}`, `${id}.moves.${bensMark}`, `${id}.meetings.${mark}`, other],
      ...[`${id}.essential.${mark}`, `${id}.moves.${mark?.slice(0, -2)}aa`, `${mine}x`, '', 'x'.repeat(200)],
    ])
      await refused(token)
    expect(await house.store.read.select().from(noticeChoices)).toEqual([])
  })

  it('and every one that we make is for one person and one kind', () => {
    const all = [ana, ben].flatMap((personId) => STOPPABLE.map((what) => tokenFor(personId, what)))
    expect(new Set(all).size).toBe(2 * (POSTS.length + 2))
  })
})
