import { eq, mentoringAsks, type Reader, type Tx } from '@wirearchy/db'
import { type Ctx, type MemberCtx, Problem } from '@wirearchy/domain'
import { standsTooNear } from '@wirearchy/domain/mentoring'
import { passOn } from './pass-on.ts'
import { askOf, isHeld, type RequestRow, requestRow } from './rows.ts'

/** A yes that comes too late: in words that tell nothing of why, for who asks from the open list is not named. */
export class TooNear extends Problem {
  constructor() {
    super(
      'gone',
      'This request has moved on, and there is nothing left for you to do. Thank you for being there to ask.',
    )
  }
}

/** Whether a mentor stands too near the asker by now: since they were asked, one may have come to assess the other. */
export const isTooNear = (
  read: Pick<Reader, 'rows'>,
  ctx: Ctx,
  request: Pick<RequestRow, 'askerId' | 'outsideMySchool'>,
  mentorId: string,
) => standsTooNear(read, { ...ctx, viewer: request.askerId }, mentorId, request)

/** Ends the viewer's turn in such a request: it goes to the next in line, and nobody is told why. */
export async function letGo(tx: Tx, ctx: MemberCtx, requestId: string) {
  const [request, ask] = [await requestRow(tx, requestId), await askOf(tx, requestId, ctx.viewer)]
  if (request?.state !== 'open' || !ask || !(await isTooNear(tx, ctx, request, ctx.viewer))) return
  if (isHeld(ask)) await passOn(tx, ctx, request, ask, 'apart')
  else await tx.update(mentoringAsks).set({ state: 'closed' }).where(eq(mentoringAsks.id, ask.id))
}
