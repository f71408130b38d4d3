import { and, eq, inArray, mentoringAsks, mentoringRequests, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { mayAsk } from '@wirearchy/domain/mentoring'
import type { Send } from './input.ts'
import { refuseTooMany } from './limits.ts'
import { giveNextTurn } from './pass-on.ts'
import { FROM_THE_LIST, type RequestRow, requestRow } from './rows.ts'

const MOST_CHOICES = 15

/**
 * The viewer asks for support: the first of those they chose is asked at once and the others wait their turn; with
 * nobody chosen it goes to the open list.
 * @throws Problem conflict when somebody chosen can't be asked just now · too_many beyond what is fair
 */
export const send = (ctx: MemberCtx, { mentorIds, ...asked }: Send) =>
  ctx.store.tx(async (tx) => {
    await refuseTooMany(tx, ctx)
    const request = await openRequest(tx, ctx, asked)
    await addChoices(tx, ctx, request, mentorIds)
    await giveNextTurn(tx, ctx, request)
    return { requestId: request.id }
  })

type Asked = Pick<RequestRow, 'unit' | 'need' | 'topics' | 'ways' | 'soon' | 'outsideMySchool'>

/** Writes a request down, as yet with nobody's turn. */
export async function openRequest(tx: Tx, ctx: MemberCtx, asked: Asked): Promise<RequestRow> {
  const id = newId(ctx.now)
  await tx.insert(mentoringRequests).values({ id, askerId: ctx.viewer, ...asked, createdAt: ctx.now })
  const after = { unit: asked.unit }
  await record(tx, ctx, { type: 'request.sent', personId: ctx.viewer, refs: { request: id }, after })
  const row = await requestRow(tx, id)
  if (!row) throw new Error('The request just written is not there.')
  return row
}

/**
 * Adds mentors behind those who were chosen before.
 * @throws Problem conflict when one can't be asked now, in one sentence for every reason · too_many beyond fifteen in all
 */
export async function addChoices(tx: Tx, ctx: MemberCtx, request: RequestRow, mentorIds: string[]) {
  const chosen = and(eq(mentoringAsks.requestId, request.id), inArray(mentoringAsks.mentorId, mentorIds))
  if ((await tx.$count(mentoringAsks, chosen)) > 0)
    throw new Problem('conflict', 'This request has been with one of them already. Choose somebody else.', {
      field: 'mentorIds',
    })
  const before = await tx
    .select({ rank: mentoringAsks.rank })
    .from(mentoringAsks)
    .where(eq(mentoringAsks.requestId, request.id))
  const first = before.filter(({ rank }) => rank < FROM_THE_LIST).length + 1
  if (first + mentorIds.length > MOST_CHOICES + 1)
    throw new Problem(
      'too_many',
      'That is more than fifteen people for one request. Make a new one instead.',
      {
        field: 'mentorIds',
      },
    )
  for (const [place, mentorId] of mentorIds.entries()) {
    await mustBeAskable(tx, ctx, request, mentorId)
    const turn = { requestId: request.id, mentorId, rank: first + place, state: 'next' as const }
    await tx.insert(mentoringAsks).values({ id: newId(ctx.now), ...turn, createdAt: ctx.now })
  }
}

async function mustBeAskable(tx: Tx, ctx: MemberCtx, request: RequestRow, mentorId: string) {
  const waiting = await tx
    .select({ id: mentoringAsks.id })
    .from(mentoringAsks)
    .innerJoin(mentoringRequests, eq(mentoringRequests.id, mentoringAsks.requestId))
    .where(
      and(
        eq(mentoringRequests.askerId, ctx.viewer),
        eq(mentoringRequests.state, 'open'),
        eq(mentoringAsks.mentorId, mentorId),
        inArray(mentoringAsks.state, ['next', 'asked', 'question']),
      ),
    )
  if (waiting.length === 0 && (await mayAsk(tx, ctx, mentorId, request))) return
  throw new Problem(
    'conflict',
    'One of those you chose can’t be asked just now. Choose again; the rest of your answers is kept.',
    {
      field: 'mentorIds',
    },
  )
}
