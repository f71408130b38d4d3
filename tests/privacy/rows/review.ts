import { own, type Row } from '../row.ts'
import type { Relation } from '../tess/relations.ts'

/** For whoever looks after the list of schools; to everybody else there is no such page. What schools are called is on it. */
const forReviewers = (input: Row['input'], rest: Partial<Row> = {}): Row => ({
  door: 'member',
  input,
  goes: (relation) => (isReviewer(relation) ? 'ok' : 'not_found'),
  also: (relation) => (isReviewer(relation) ? ['pastSchool', 'toldSchool'] : []),
  isAboutHer: true,
  ...rest,
})
const isReviewer = (relation: Relation) => relation === 'reviewer'
const settledByReviewers = {
  goes: (relation: Relation) => (isReviewer(relation) ? 'settled' : 'not_found'),
} as const
const change: Row['input'] = ({ hers }) => ({ id: hers.changeId })
const told: Row['input'] = ({ hers }) => ({ schoolId: hers.toldSchoolId })

/** Decisions about the list of schools: facts of the register, and never who is concerned. */
export const review: Record<string, Row> = {
  'review.isMine': own,
  'review.changes': forReviewers(() => ({})),
  'review.change': forReviewers(change),
  'review.decide': forReviewers(({ hers }) => ({ id: hers.changeId, what: 'nothing' }), settledByReviewers),
  'review.undo': forReviewers(change, settledByReviewers),
  'review.pending': forReviewers(() => ({})),
  'review.pendingOne': forReviewers(told),
  'review.decidePending': forReviewers(({ hers }) => ({ schoolId: hers.toldSchoolId, outcome: 'own' })),
  /** Nothing is decided in these worlds, so that there is nothing to take back. */
  'review.undoPending': forReviewers(told, { goes: () => 'not_found' }),
  'review.whichSchool': own,
  /** Her stay is at a school that has not changed: nothing is asked of anybody. */
  'review.answerWhichSchool': {
    ...forReviewers(({ hers }) => ({ stintId: hers.stintId, answer: 'still' })),
    goes: () => 'not_found',
  },
}
