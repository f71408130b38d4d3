import type { Day } from '@wirearchy/domain'

/** The earlier of two last days; no last day is never. */
export const earlierOf = (one: Day | null, other: Day | null): Day | null =>
  one === null ? other : other === null ? one : one < other ? one : other

/** True when a last day lies after another; no last day lies after all of them. */
export const isLater = (one: Day | null, other: Day | null) => other !== null && (one === null || one > other)
