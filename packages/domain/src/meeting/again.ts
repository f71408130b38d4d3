import { agreements, desc, inArray } from '@wirearchy/db'
import { addDays, type Day, dayOf, type MemberCtx } from '@wirearchy/domain'
import { isHoliday, londonTime, minuteOf, momentWords, nationOf, timeWords } from '@wirearchy/domain/calendar'
import type { Pair } from '@wirearchy/domain/mentoring'

const DAYS = { weekly: 7, fortnightly: 14, monthly: 28, half_termly: 42 } as const

export interface Again {
  on: Day
  at: string
  words: string
}

/**
 * The same hour of the same weekday, as long after a meeting as the two agreed to let pass, still to come, and not in a
 * holiday of the viewer's.
 */
export async function again(ctx: MemberCtx, { chapterIds }: Pair, startsAt: number): Promise<Again> {
  const { read } = ctx.store
  const [terms] = await read
    .select({ rhythm: agreements.rhythm })
    .from(agreements)
    .where(inArray(agreements.mentorshipId, chapterIds))
    .orderBy(desc(agreements.createdAt))
    .limit(1)
  const nation = await nationOf(read, ctx.viewer)
  let on = addDays(dayOf(startsAt), DAYS[terms?.rhythm ?? 'fortnightly'])
  while (on <= ctx.today || isHoliday(on, nation)) on = addDays(on, 7)
  const then = londonTime(on, minuteOf(startsAt))
  return { on, at: timeWords(then), words: momentWords(then) }
}
