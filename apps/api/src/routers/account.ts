import {
  endOtherSessions,
  endSession,
  finishCode,
  mySessions,
  signOut,
  startSignIn,
  startSignUp,
} from '@wirearchy/domain/account'
import { FinishCode, Nothing, SessionRef, StartSignIn, StartSignUp } from '@wirearchy/domain/account/input'
import { forgetSession, keepSession } from '../keep-session.ts'
import { door, member, router } from '../trpc.ts'

/** Ways to sign in to a person. */
export const account = router({
  startSignIn: door.input(StartSignIn).mutation(({ ctx, input }) => startSignIn(ctx, input)),
  startSignUp: door.input(StartSignUp).mutation(({ ctx, input }) => startSignUp(ctx, input)),
  finishCode: door
    .input(FinishCode)
    .mutation(async ({ ctx, input }) => keepSession(ctx, await finishCode(ctx, input))),
  signOut: member.input(Nothing).mutation(async ({ ctx }) => forgetSession(ctx, await signOut(ctx))),
  sessions: member.query(({ ctx }) => mySessions(ctx)),
  endSession: member.input(SessionRef).mutation(({ ctx, input }) => endSession(ctx, input)),
  endOtherSessions: member.input(Nothing).mutation(({ ctx }) => endOtherSessions(ctx)),
})
