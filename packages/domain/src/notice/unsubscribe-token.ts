import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ctx } from '@wirearchy/domain'
import { POSTS, type Post } from './kinds.ts'

/** What can be stopped from a letter: one kind of post, or a bundle of each day or week. */
export const STOPPABLE = [...POSTS, 'daily', 'weekly'] as const
export type Stoppable = Post | 'daily' | 'weekly'

const BYTES_OF_AN_ID = 16

/** The address that stops one kind of post for one person. It is kept nowhere: it is made from our secret. */
export const unsubscribeUrl = (ctx: Ctx, personId: string, what: Stoppable) =>
  `${ctx.origin}/unsubscribe/${tokenFor(ctx, personId, what)}`

/** Whose post of which kind a token stops; null when we did not make it. */
export function readToken(ctx: Ctx, token: string): { personId: string; what: Stoppable } | null {
  const [, id, what] = /^([\w-]{22})\.([a-z]{1,20})\.[\w-]{43}$/.exec(token) ?? []
  if (!id || !isStoppable(what)) return null
  const personId = personIdIn(id)
  return isSame(token, tokenFor(ctx, personId, what)) ? { personId, what } : null
}

function tokenFor({ secret }: Ctx, personId: string, what: Stoppable) {
  const mac = createHmac('sha256', secret).update(`unsubscribe ${personId} ${what}`).digest('base64url')
  const id = Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')
  return `${id}.${what}.${mac}`
}

function personIdIn(id: string) {
  const hex = Buffer.from(id, 'base64url').subarray(0, BYTES_OF_AN_ID).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const isStoppable = (word: string | undefined): word is Stoppable =>
  (STOPPABLE as readonly string[]).includes(word ?? '')

/** In the same time whatever differs. */
function isSame(one: string, other: string) {
  const [mine, theirs] = [Buffer.from(one), Buffer.from(other)]
  return mine.length === theirs.length && timingSafeEqual(mine, theirs)
}
