/** Who is tied to whom, through what and how far: an index in memory over plain numbers. */
export { buildIndex } from './build.ts'
export { ANY, CONNECTION, GROUP, KNOWN, MENTOR, NEARBY, OPEN } from './kinds.ts'
export type {
  Asking,
  Change,
  Ego,
  Exclude,
  Index,
  Near,
  PairRow,
  Path,
  Reason,
  SchoolSpanRow,
  Span,
  SpanRow,
  Suggestion,
  Through,
  Tie,
  World,
} from './types.ts'
