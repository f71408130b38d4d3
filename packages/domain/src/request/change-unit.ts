import type { MemberCtx } from '@wirearchy/domain'
import { close } from './close.ts'
import type { ChangeUnit } from './input.ts'
import { refuseTooMany } from './limits.ts'
import { mineAndOpen } from './own.ts'
import { putOnList } from './pass-on.ts'
import { openRequest } from './send.ts'

/**
 * The viewer asks for something smaller or larger with the same words: the request is taken back, and a new one stands
 * on the open list.
 */
export const changeUnit = (ctx: MemberCtx, { requestId, unit }: ChangeUnit) =>
  ctx.store.tx(async (tx) => {
    const before = await mineAndOpen(tx, ctx, requestId)
    if (before.unit === unit) return { requestId }
    await close(tx, ctx, before, 'withdrawn')
    await refuseTooMany(tx, ctx)
    const { need, topics, ways, soon, outsideMySchool } = before
    const request = await openRequest(tx, ctx, { unit, need, topics, ways, soon, outsideMySchool })
    await putOnList(tx, ctx, request)
    return { requestId: request.id }
  })
