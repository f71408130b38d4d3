import type { Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { type RequestRow, requestRow } from './rows.ts'

/** A request of the viewer's own. @throws Problem not_found for everybody else's */
export async function mineOrNot(
  tx: Pick<Tx, 'select' | 'rows'>,
  ctx: MemberCtx,
  requestId: string,
): Promise<RequestRow> {
  const request = await requestRow(tx, requestId)
  if (request?.askerId !== ctx.viewer) throw Problem.notFound()
  return request
}

/** The same, still open. @throws Problem gone once it is over */
export async function mineAndOpen(tx: Tx, ctx: MemberCtx, requestId: string): Promise<RequestRow> {
  const request = await mineOrNot(tx, ctx, requestId)
  if (request.state !== 'open')
    throw new Problem('gone', 'This request is over. You can make a new one whenever you like.')
  return request
}
