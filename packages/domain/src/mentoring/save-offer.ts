import { mentorOffers, mentorPlaces, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { type SaveOffer, UNITS } from './input.ts'
import { offerOf, stateOf } from './offer.ts'

/**
 * What the viewer offers from now on; whoever they mentor already stays. Anybody may, at any stage of their career. A
 * closed offer is opened by it, a pause goes on. Their notes and choices stay out of the ledger.
 */
export async function saveOffer(ctx: MemberCtx, { places, ...offer }: SaveOffer) {
  return ctx.store.tx(async (tx) => {
    const before = await offerOf(tx, ctx.viewer)
    const row = { ...offer, closedAt: null, updatedAt: ctx.now }
    await tx
      .insert(mentorOffers)
      .values({ personId: ctx.viewer, openedAt: ctx.now, ...row })
      .onConflictDoUpdate({
        target: mentorOffers.personId,
        set: before?.closedAt ? { ...row, openedAt: ctx.now } : row,
      })
    for (const unit of UNITS) await give(tx, ctx, unit, places[unit])
    const after = await offerOf(tx, ctx.viewer)
    const state = stateOf(ctx, after)
    await record(tx, ctx, {
      type: 'offer.saved',
      personId: ctx.viewer,
      before: { state: stateOf(ctx, before) },
      after: { state },
    })
    return { state }
  })
}

const give = (tx: Tx, ctx: MemberCtx, unit: (typeof UNITS)[number], places: number) =>
  tx
    .insert(mentorPlaces)
    .values({ id: newId(ctx.now), personId: ctx.viewer, unit, places })
    .onConflictDoUpdate({ target: [mentorPlaces.personId, mentorPlaces.unit], set: { places } })
