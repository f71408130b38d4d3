import { eq, mentorHours, mentorOffers, type Reader, sql } from '@wirearchy/db'
import { addDays, type Ctx, type Day, dayOf, type MemberCtx } from '@wirearchy/domain'
import {
  isHoliday,
  londonTime,
  momentWords,
  nationOf,
  timeWords,
  weekdayOf,
} from '@wirearchy/domain/calendar'
import { pairOf } from '@wirearchy/domain/mentoring'
import type { MentorshipId, Way } from '@wirearchy/domain/mentoring/input'
import { goesOn, meetingsHeldBy } from './standing.ts'

const SLOT_MINUTES = 30
const DAYS_AHEAD = 35
const USUAL_NOTICE_HOURS = 24
const HOUR = 3_600_000

export interface Slot {
  startsAt: number
  endsAt: number
  way: Way
}

/** A slot as the one who chooses reads it. */
export interface SlotSeen extends Slot {
  day: Day
  words: string
  until: string
  /** Schools of the mentor's nation are closed that day; it can be chosen all the same. */
  isHoliday: boolean
}

type Read = Pick<Reader, 'select' | 'rows'>

/** The hours of a pair's mentor that are free in the coming five weeks, for the one who may book them: the mentee. */
export async function slots(ctx: MemberCtx, { mentorshipId }: MentorshipId): Promise<SlotSeen[]> {
  const { read } = ctx.store
  const { mentorId, side, current } = await pairOf(read, ctx, mentorshipId)
  if (side === 'mentor' || !current) return []
  const nation = await nationOf(read, mentorId)
  return (await freeSlots(read, ctx, mentorId)).map((slot) => {
    const day = dayOf(slot.startsAt)
    const words = { words: momentWords(slot.startsAt), until: timeWords(slot.endsAt) }
    return { ...slot, day, ...words, isHoliday: isHoliday(day, nation) }
  })
}

/** A mentor's free half hours: within their hours, not before the notice they need, and where nothing else is booked. */
export async function freeSlots(read: Read, ctx: Ctx, mentorId: string): Promise<Slot[]> {
  const hours = await read.select().from(mentorHours).where(eq(mentorHours.personId, mentorId))
  if (hours.length === 0) return []
  const earliest = ctx.now + (await noticeOf(read, mentorId)) * HOUR
  const taken = await takenOf(read, ctx, mentorId)
  const isFree = ({ startsAt, endsAt }: Slot) =>
    startsAt >= earliest && !taken.some((held) => held.startsAt < endsAt && startsAt < held.endsAt)
  const found = new Map<number, Slot>()
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1)
    for (const slot of slotsOn(addDays(ctx.today, ahead), hours))
      if (isFree(slot)) found.set(slot.startsAt, slot)
  return [...found.values()].sort((one, other) => one.startsAt - other.startsAt)
}

type Hours = Pick<typeof mentorHours.$inferSelect, 'weekday' | 'startMinute' | 'endMinute' | 'way'>

/** The half hours of one day; hours too short for one are a slot of their own. */
function slotsOn(day: Day, hours: Hours[]): Slot[] {
  return hours
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .flatMap(({ startMinute, endMinute, way }) => {
      const length = Math.min(SLOT_MINUTES, endMinute - startMinute)
      const many = Math.floor((endMinute - startMinute) / length)
      return Array.from({ length: many }, (_, at) => {
        const startsAt = londonTime(day, startMinute + at * length)
        return { startsAt, endsAt: startsAt + length * 60_000, way }
      })
    })
}

async function noticeOf(read: Read, mentorId: string): Promise<number> {
  const [offer] = await read
    .select({ hours: mentorOffers.noticeHours })
    .from(mentorOffers)
    .where(eq(mentorOffers.personId, mentorId))
  return offer?.hours ?? USUAL_NOTICE_HOURS
}

const takenOf = (read: Read, { now, today }: Ctx, mentorId: string) =>
  read.rows<{ startsAt: number; endsAt: number }>(sql`
    select held.starts_at as "startsAt", held.ends_at as "endsAt"
    from ${meetingsHeldBy(mentorId)} and held.state = 'booked' and held.ends_at > ${now} and ${goesOn(today)}`)
