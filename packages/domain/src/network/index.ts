/** What one person's ties add up to: their people, a person's page, who they know at a school. */

export { type FollowingIndex, openNetworkIndex } from './follow/open.ts'
export { led } from './led.ts'
export { near } from './near.ts'
export { type PeoplePage, type PersonLine, people } from './people.ts'
export { personPage } from './person-page.ts'
export { type SchoolNow, schoolsNow } from './schools-now.ts'
export type { Section } from './sections.ts'
export { type Tie, type TieKind, tieRows, tiesOf } from './ties.ts'
export { type Moment, timelineOf } from './timeline.ts'
export { fullDay, monthOf, reasonInWords, spanInWords } from './words.ts'
