import type { Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { lastingId } from '@wirearchy/domain/visibility'
import { setPace } from './choose-paces.ts'
import type { LetterToken, Unsubscribe } from './input.ts'
import { POST, POSTS, type Post } from './kinds.ts'
import { readToken, type Stoppable } from './unsubscribe-token.ts'
import { wishesOf } from './wishes.ts'

/**
 * What the address in a letter stops, for its page. Looking at it changes nothing: a mail scanner may.
 * @throws Problem not_found for an address that is not from a letter of ours
 */
export async function seeUnsubscribe(ctx: Ctx, { token }: LetterToken) {
  const { what, personId } = await whose(ctx, token)
  const { paces } = await wishesOf(ctx.store.read, personId)
  const isOff = stoppedBy(what, paces).length === 0
  return { name: nameOf(what), isOff, mayStartAgain: isOff && !isBundle(what) }
}

/**
 * Stops one kind of post for whoever the letter was to, or, asked again from its page, starts it again; every other
 * kind stays as it is. Signed in or not; doing it twice changes nothing more.
 * @throws Problem not_found for an address that is not from a letter of ours
 */
export async function unsubscribe(ctx: Ctx, { token, again }: Unsubscribe) {
  const { what, personId } = await whose(ctx, token)
  return ctx.store.tx(async (tx) => {
    if (again && !isBundle(what)) await setPace(tx, personId, what, POST[what].usual)
    if (!again) await stop(tx, personId, what)
    return { name: nameOf(what), isOff: !again }
  })
}

async function whose(ctx: Ctx, token: string) {
  const read = readToken(ctx, token)
  if (!read) throw Problem.notFound()
  return { ...read, personId: await lastingId(ctx.store.read, read.personId) }
}

async function stop(tx: Tx, personId: string, what: Stoppable) {
  const { paces } = await wishesOf(tx, personId)
  for (const post of stoppedBy(what, paces)) await setPace(tx, personId, post, 'off')
}

/** A bundle's address stops every kind that comes in it: daily ones or weekly ones. */
const stoppedBy = (what: Stoppable, paces: Record<Post, string>) =>
  POSTS.filter((post) => (isBundle(what) ? paces[post] === what : post === what && paces[post] !== 'off'))

const isBundle = (what: Stoppable): what is 'daily' | 'weekly' => what === 'daily' || what === 'weekly'

const nameOf = (what: Stoppable) => {
  if (what === 'daily') return 'the bundle of each school day'
  if (what === 'weekly') return 'the weekly bundle'
  return `letters about ${POST[what].name.toLowerCase()}`
}
