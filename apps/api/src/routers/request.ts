import {
  accept,
  answerMentor,
  asAsker,
  askFirst,
  askOthers,
  asMentor,
  changeUnit,
  decline,
  declineAndPause,
  myRequests,
  others,
  requestsToMe,
  requestsWaiting,
  send,
  withdraw,
} from '@wirearchy/domain/request'
import {
  AnswerMentor,
  AskFirst,
  AskOthers,
  ChangeUnit,
  DeclineAndPause,
  RequestId,
  Send,
} from '@wirearchy/domain/request/input'
import { member, router } from '../trpc.ts'

/** Asking for support, and answering. */
export const request = router({
  send: member.input(Send).mutation(({ ctx, input }) => send(ctx, input)),
  mine: member.query(({ ctx }) => myRequests(ctx)),
  asAsker: member.input(RequestId).query(({ ctx, input }) => asAsker(ctx, input)),
  answer: member.input(AnswerMentor).mutation(({ ctx, input }) => answerMentor(ctx, input)),
  others: member.input(RequestId).query(({ ctx, input }) => others(ctx, input)),
  askOthers: member.input(AskOthers).mutation(({ ctx, input }) => askOthers(ctx, input)),
  changeUnit: member.input(ChangeUnit).mutation(({ ctx, input }) => changeUnit(ctx, input)),
  withdraw: member.input(RequestId).mutation(({ ctx, input }) => withdraw(ctx, input)),
  toMe: member.query(({ ctx }) => requestsToMe(ctx)),
  waiting: member.query(({ ctx }) => requestsWaiting(ctx)),
  asMentor: member.input(RequestId).query(({ ctx, input }) => asMentor(ctx, input)),
  accept: member.input(RequestId).mutation(({ ctx, input }) => accept(ctx, input)),
  askFirst: member.input(AskFirst).mutation(({ ctx, input }) => askFirst(ctx, input)),
  decline: member.input(RequestId).mutation(({ ctx, input }) => decline(ctx, input)),
  declineAndPause: member.input(DeclineAndPause).mutation(({ ctx, input }) => declineAndPause(ctx, input)),
})
