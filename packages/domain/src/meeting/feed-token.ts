import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ctx } from '@wirearchy/domain'

/** The secret part of a calendar address: made from the row's id and our secret, and kept nowhere. */
export const feedToken = ({ secret }: Pick<Ctx, 'secret'>, id: string) =>
  `${id}.${createHmac('sha256', secret).update(`calendar ${id}`).digest('base64url')}`

/** The row's id in a token; null when we did not make it. Compared in the same time whatever differs. */
export function feedIdIn(ctx: Pick<Ctx, 'secret'>, token: string): string | null {
  const [id = ''] = token.split('.')
  const [given, due] = [Buffer.from(token), Buffer.from(feedToken(ctx, id))]
  return given.length === due.length && timingSafeEqual(given, due) ? id : null
}
