import {
  acceptInvitation,
  addAddress,
  confirmAddress,
  endOtherSessions,
  endSession,
  finishCode,
  invite,
  myAddresses,
  mySessions,
  passwordSetAt,
  removeAddress,
  removePassword,
  seeInvitation,
  setPassword,
  signInWithPassword,
  signOut,
  startInvitation,
  startSignIn,
  startSignUp,
} from '@wirearchy/domain/account'
import {
  AcceptInvitation,
  AddAddress,
  AddressRef,
  ConfirmAddress,
  FinishCode,
  InvitationRef,
  Invite,
  Nothing,
  SessionRef,
  SetPassword,
  SignInWithPassword,
  StartSignIn,
  StartSignUp,
} from '@wirearchy/domain/account/input'
import { forgetSession, keepSession } from '../keep-session.ts'
import { alone, door, member, router } from '../trpc.ts'

/** Ways to sign in to a person. */
export const account = router({
  startSignIn: door.input(StartSignIn).mutation(({ ctx, input }) => startSignIn(ctx, input)),
  startSignUp: door.input(StartSignUp).mutation(({ ctx, input }) => startSignUp(ctx, input)),
  finishCode: door.input(FinishCode).mutation(({ ctx, input }) => keepSession(ctx, finishCode(ctx, input))),
  signInWithPassword: door
    .input(SignInWithPassword)
    .mutation(({ ctx, input }) => keepSession(ctx, signInWithPassword(ctx, input))),
  signOut: member.input(Nothing).mutation(({ ctx }) => forgetSession(ctx, signOut(ctx))),
  sessions: member.query(({ ctx }) => mySessions(ctx)),
  endSession: member.input(SessionRef).mutation(({ ctx, input }) => endSession(ctx, input)),
  endOtherSessions: member.input(Nothing).mutation(({ ctx }) => endOtherSessions(ctx)),
  addresses: member.query(({ ctx }) => myAddresses(ctx)),
  addAddress: alone.input(AddAddress).mutation(({ ctx, input }) => addAddress(ctx, input)),
  confirmAddress: alone.input(ConfirmAddress).mutation(({ ctx, input }) => confirmAddress(ctx, input)),
  removeAddress: member.input(AddressRef).mutation(({ ctx, input }) => removeAddress(ctx, input)),
  passwordSetAt: member.query(({ ctx }) => passwordSetAt(ctx)),
  setPassword: alone.input(SetPassword).mutation(({ ctx, input }) => setPassword(ctx, input)),
  removePassword: member.input(Nothing).mutation(({ ctx }) => removePassword(ctx)),
  invite: alone.input(Invite).mutation(({ ctx, input }) => invite(ctx, input)),
  invitation: door.input(InvitationRef).query(({ ctx, input }) => seeInvitation(ctx, input)),
  startInvitation: door.input(InvitationRef).mutation(({ ctx, input }) => startInvitation(ctx, input)),
  acceptInvitation: door
    .input(AcceptInvitation)
    .mutation(({ ctx, input }) => keepSession(ctx, acceptInvitation(ctx, input))),
})
