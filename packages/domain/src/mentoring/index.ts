/** Support that people give each other: what a mentor offers, whom somebody may ask, and the pair they become. */
export { candidates, mayAsk } from './candidates.ts'
export type { Asking } from './may-be-asked.ts'
export { chaptersOf, isGoingOn, type MentorshipRow, mustGoOn, type Pair, pairOf, type Side } from './pair.ts'
export { free, mustHavePlace, placesFree, taken } from './places.ts'
export { startChapter } from './start-chapter.ts'
