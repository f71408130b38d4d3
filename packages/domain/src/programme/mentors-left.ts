import type { Loaded } from './load-pool.ts'
import { finder } from './match/finder.ts'
import type { PairRow } from './runs.ts'

/** The mentors with a place left in a run whom the rules and the two allow for a mentee. */
export function mentorsLeft({ pool, mentorIds }: Loaded, pairs: PairRow[], mentee: number): string[] {
  const { suits } = finder(pool)(mentee)
  const taken = new Map<string, number>()
  for (const { mentorId } of pairs) if (mentorId) taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1)
  return mentorIds.filter(
    (id, mentor) => (suits[mentor] ?? -1) >= 0 && (taken.get(id) ?? 0) < (pool.mentors.places[mentor] ?? 0),
  )
}
