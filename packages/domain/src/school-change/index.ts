/** What happens to schools themselves (a new number, a merger, a split, the end), and what follows for people. */
export { closeOverdue } from './close-overdue.ts'
export { type DecidedChange, decideChange } from './decide-change.ts'
export { type Followed, type FollowProgress, followRegister } from './follow-register.ts'
export { settleStay } from './settle-stay.ts'
export { undoChange } from './undo-change.ts'
export { type Candidate, type UnsettledStay, unsettledStays } from './unsettled-stays.ts'
