import { eq, people, type Reader } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { areApart, areBlocked } from './apart.ts'
import { fitsMe } from './open-list.ts'
import { type AskRow, askOf, type RequestRow, requestRow } from './rows.ts'

type Read = Pick<Reader, 'select' | 'rows'>

/** A request as it comes to one mentor: with their turn, or, from the open list, with none yet. */
export interface ToMe {
  request: RequestRow
  ask: AskRow | null
}

/**
 * A request that the viewer has, or had, as a mentor, or finds on the open list.
 * @throws Problem not_found for everybody else, for who is further down its list, and when the two keep apart; of what
 * is over, only across a block
 */
export async function requestToMe(read: Read, ctx: MemberCtx, requestId: string): Promise<ToMe> {
  const request = await requestRow(read, requestId)
  if (!request || request.askerId === ctx.viewer) throw Problem.notFound()
  if (await isOut(read, ctx, request)) throw Problem.notFound()
  const ask = await askOf(read, requestId, ctx.viewer)
  if (ask?.askedAt != null) return { request, ask }
  if (await fitsMe(read, ctx, request)) return { request, ask: null }
  throw Problem.notFound()
}

/**
 * True of a request that does not show to the viewer any more: an open one when the two keep apart. One that is over
 * goes at a block alone, so that nobody learns by it that they are on a private list.
 */
const isOut = (read: Read, { viewer }: MemberCtx, { state, askerId }: RequestRow) =>
  state === 'open' ? areApart(read, viewer, askerId) : areBlocked(read, viewer, askerId)

/**
 * Makes sure that a request is still open to a yes.
 * @throws Problem gone when somebody else said yes, or it is over
 */
export async function mustBeOpen(read: Read, { askerId, state }: RequestRow) {
  if (state === 'accepted')
    throw new Problem('gone', 'Somebody else said yes first. Thank you for being there to ask.')
  if (state !== 'open' || !(await isActive(read, askerId)))
    throw new Problem('gone', 'They no longer need an answer. Thank you for being there to ask.')
}

async function isActive(read: Read, personId: string) {
  const [asker] = await read.select({ status: people.status }).from(people).where(eq(people.id, personId))
  return asker?.status === 'active'
}
