/** What a person decides about the list of schools: changes the rules leave open, and schools told of by name. */
export { type AnsweredSchool, answerWhichSchool } from './answer-which-school.ts'
export { changeEndingIn, changePage, type Told, type ToldLink } from './change-page.ts'
export {
  type ChangeKind,
  type ChangeLine,
  type ChangeState,
  changesToReview,
  type Side,
} from './changes-to-review.ts'
export { decide, undo } from './decide.ts'
export { decidePending } from './decide-pending.ts'
export { grantReviewer, revokeReviewer } from './grant-reviewer.ts'
export { pendingSchool } from './pending-school.ts'
export { type Outcome, type PendingSchool, pendingEndingIn, pendingSchools } from './pending-schools.ts'
export { isReviewer } from './reviewer.ts'
export { undoPending } from './undo-pending.ts'
export { type AskedStay, whichSchool } from './which-school.ts'
