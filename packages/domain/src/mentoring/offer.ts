import { eq, mentorHours, mentorOffers, mentorPlaces, type Reader, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { UNITS } from './input.ts'
import { taken } from './places.ts'

export type OfferState = 'none' | 'open' | 'paused' | 'closed'

/** The viewer's own offer, with each unit's places and how many are taken, and their hours in the week. */
export async function myOffer(ctx: MemberCtx) {
  const { read } = ctx.store
  const offer = await offerOf(read, ctx.viewer)
  const hours = await read
    .select()
    .from(mentorHours)
    .where(eq(mentorHours.personId, ctx.viewer))
    .orderBy(mentorHours.weekday, mentorHours.startMinute)
  return {
    offer: offer ? { ...offer, state: stateOf(ctx, offer) } : null,
    places: await placesOf(ctx),
    hours: hours.map(({ personId: _mine, ...one }) => one),
  }
}

export async function offerOf(read: Pick<Reader, 'select'>, personId: string) {
  const [offer] = await read.select().from(mentorOffers).where(eq(mentorOffers.personId, personId))
  return offer ?? null
}

/** On the day that a pause names, the offer stands again. */
export const stateOf = (
  { today }: Pick<MemberCtx, 'today'>,
  offer: Pick<typeof mentorOffers.$inferSelect, 'closedAt' | 'pausedUntil'> | null,
): OfferState => {
  if (!offer) return 'none'
  if (offer.closedAt !== null) return 'closed'
  return offer.pausedUntil !== null && offer.pausedUntil > today ? 'paused' : 'open'
}

/** Every unit with the places the viewer gives and how many of them are taken, smallest unit first. */
export async function placesOf(ctx: MemberCtx) {
  const given = await ctx.store.read.select().from(mentorPlaces).where(eq(mentorPlaces.personId, ctx.viewer))
  const counts = sql.join(
    UNITS.map((unit) => sql`${taken(ctx.viewer, unit, ctx.today)} as ${sql.raw(unit)}`),
    sql`, `,
  )
  const [held] = await ctx.store.read.rows<Record<string, number>>(sql`select ${counts}`)
  return UNITS.map((unit) => ({
    unit,
    places: given.find((one) => one.unit === unit)?.places ?? 0,
    taken: held?.[unit] ?? 0,
  }))
}
