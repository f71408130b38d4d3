import { finishCode, startSignIn, startSignUp } from '@wirearchy/domain/account'
import { FinishCode, StartSignIn, StartSignUp } from '@wirearchy/domain/account/input'
import { keepSession } from '../keep-session.ts'
import { door, router } from '../trpc.ts'

/** Ways to sign in to a person. */
export const account = router({
  startSignIn: door.input(StartSignIn).mutation(({ ctx, input }) => startSignIn(ctx, input)),
  startSignUp: door.input(StartSignUp).mutation(({ ctx, input }) => startSignUp(ctx, input)),
  finishCode: door.input(FinishCode).mutation(async ({ ctx, input }) => keepSession(ctx, await finishCode(ctx, input))),
})
