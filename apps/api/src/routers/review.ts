import {
  answerWhichSchool,
  changePage,
  changesToReview,
  decide,
  decidePending,
  isReviewer,
  pendingSchool,
  pendingSchools,
  undo,
  undoPending,
  whichSchool,
} from '@wirearchy/domain/review'
import {
  AnswerWhichSchool,
  ChangeRef,
  ChangesToReview,
  Decide,
  DecidePending,
  PendingRef,
  PendingSchools,
  Undo,
} from '@wirearchy/domain/review/input'
import { member, router } from '../trpc.ts'

/** What people decide about the list of schools, and where somebody is whose own school has changed. */
export const review = router({
  isMine: member.query(({ ctx }) => isReviewer(ctx)),
  changes: member.input(ChangesToReview).query(({ ctx, input }) => changesToReview(ctx, input)),
  change: member.input(ChangeRef).query(({ ctx, input }) => changePage(ctx, input)),
  decide: member.input(Decide).mutation(({ ctx, input }) => decide(ctx, input)),
  undo: member.input(Undo).mutation(({ ctx, input }) => undo(ctx, input)),
  pending: member.input(PendingSchools).query(({ ctx, input }) => pendingSchools(ctx, input)),
  pendingOne: member.input(PendingRef).query(({ ctx, input }) => pendingSchool(ctx, input)),
  decidePending: member.input(DecidePending).mutation(({ ctx, input }) => decidePending(ctx, input)),
  undoPending: member.input(PendingRef).mutation(({ ctx, input }) => undoPending(ctx, input)),
  whichSchool: member.query(({ ctx }) => whichSchool(ctx)),
  answerWhichSchool: member
    .input(AnswerWhichSchool)
    .mutation(({ ctx, input }) => answerWhichSchool(ctx, input)),
})
