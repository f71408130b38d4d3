import { answer, ask, end, list, prefer, standing, toAnswer, withdraw } from '@wirearchy/domain/connection'
import { Answer, Ask, OtherPerson, Prefer, RequestRef } from '@wirearchy/domain/connection/input'
import { member, router } from '../trpc.ts'

/** Two people who both say that they know each other. */
export const connection = router({
  list: member.query(({ ctx }) => list(ctx)),
  toAnswer: member.query(({ ctx }) => toAnswer(ctx)),
  standing: member.input(OtherPerson).query(({ ctx, input }) => standing(ctx, input)),
  ask: member.input(Ask).mutation(({ ctx, input }) => ask(ctx, input)),
  answer: member.input(Answer).mutation(({ ctx, input }) => answer(ctx, input)),
  withdraw: member.input(RequestRef).mutation(({ ctx, input }) => withdraw(ctx, input)),
  end: member.input(OtherPerson).mutation(({ ctx, input }) => end(ctx, input)),
  prefer: member.input(Prefer).mutation(({ ctx, input }) => prefer(ctx, input)),
})
