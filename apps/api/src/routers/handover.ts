import { approvePage, handoverOf, sayWords, writePage } from '@wirearchy/domain/handover'
import { ApprovePage, SayWords, WritePage } from '@wirearchy/domain/handover/input'
import { MentorshipId } from '@wirearchy/domain/mentoring/input'
import { member, router } from '../trpc.ts'

/** What goes on when a move ends a school’s mentoring. */
export const handover = router({
  of: member.input(MentorshipId).query(({ ctx, input }) => handoverOf(ctx, input)),
  write: member.input(WritePage).mutation(({ ctx, input }) => writePage(ctx, input)),
  approve: member.input(ApprovePage).mutation(({ ctx, input }) => approvePage(ctx, input)),
  say: member.input(SayWords).mutation(({ ctx, input }) => sayWords(ctx, input)),
})
