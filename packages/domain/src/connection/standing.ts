import type { MemberCtx } from '@wirearchy/domain'
import { mustSee } from '@wirearchy/domain/visibility'
import type { OtherPerson } from './input.ts'
import { openConnection, waitingRequest } from './pair.ts'
import { preferenceOf } from './prefer.ts'

/** How the viewer stands with one person in sight: connected, waiting, asked by them, or none of these. */
export async function standing(ctx: MemberCtx, { personId }: OtherPerson) {
  await mustSee(ctx, personId)
  const { read } = ctx.store
  const preference = await preferenceOf(read, ctx.viewer, personId)
  const open = await openConnection(read, ctx.viewer, personId)
  if (open) return { state: 'connected' as const, since: open.startedOn, requestId: null, preference }
  const theirs = await waitingRequest(read, personId, ctx.viewer)
  if (theirs?.state === 'open')
    return { state: 'asked_me' as const, since: null, requestId: theirs.id, preference }
  const mine = await waitingRequest(read, ctx.viewer, personId)
  return {
    state: mine ? ('waiting' as const) : ('none' as const),
    since: null,
    requestId: mine?.id ?? null,
    preference,
  }
}
