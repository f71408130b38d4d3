/** How a programme stands, in a word. */
export const STATE_WORDS = {
  gathering: 'Asking people in',
  wishes: 'People say whom they would like',
  matching: 'Being matched',
  published: 'Published',
  closed: 'Closed',
} as const

/** Why two people suit, or why there is nobody. */
const REASONS: Record<string, string | undefined> = {
  subject: 'same subject',
  phase: 'same phase',
  town: 'same town',
  known: 'somebody you both know',
  no_candidates: 'Nobody whom the rules and both people allow',
  all_places_taken: 'Every place that would suit is taken',
  by_hand: 'Left without a mentor by hand',
}

/** Reasons as one line of words. */
export const reasonWords = (reasons: readonly string[]) =>
  reasons.flatMap((reason) => REASONS[reason] ?? []).join(', ')

/** A figure about wishes, which says no more than that it is so many or more. */
export const figureWords = (count: number | null) =>
  count === null ? 'Of too few to say' : `${count} or more`
