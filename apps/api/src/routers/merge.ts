import {
  answerSamePerson,
  askTwo,
  checkSamePerson,
  confirmSamePerson,
  myRecords,
  proveSamePerson,
  startSamePerson,
  undoSamePerson,
} from '@wirearchy/domain/merge'
import {
  AnswerSamePerson,
  AskTwo,
  MergeRef,
  ProveSamePerson,
  StartSamePerson,
} from '@wirearchy/domain/merge/input'
import { alone, member, router } from '../trpc.ts'

/** One person with two records. */
export const merge = router({
  mine: member.query(({ ctx }) => myRecords(ctx)),
  start: alone.input(StartSamePerson).mutation(({ ctx, input }) => startSamePerson(ctx, input)),
  prove: alone.input(ProveSamePerson).mutation(({ ctx, input }) => proveSamePerson(ctx, input)),
  check: member.input(MergeRef).query(({ ctx, input }) => checkSamePerson(ctx, input)),
  confirm: alone.input(MergeRef).mutation(({ ctx, input }) => confirmSamePerson(ctx, input)),
  answer: alone.input(AnswerSamePerson).mutation(({ ctx, input }) => answerSamePerson(ctx, input)),
  undo: alone.input(MergeRef).mutation(({ ctx, input }) => undoSamePerson(ctx, input)),
  askTwo: member.input(AskTwo).mutation(({ ctx, input }) => askTwo(ctx, input)),
})
