/** Ways to sign in to a person, who outlives every one of them. */
export { acceptInvitation } from './accept-invitation.ts'
export { addAddress } from './add-address.ts'
export { tidyEmail } from './address.ts'
export { addressesOf, addressOf, isWorkAddress } from './address-of.ts'
export { codeRefusal, takeGuess } from './code-refusal.ts'
export { type CodeRow, makeCode, useCode } from './codes.ts'
export { confirmAddress } from './confirm-address.ts'
export { createAccount, giveAccount } from './create-account.ts'
export { daily } from './daily.ts'
export type { DoorCtx, SessionCtx } from './door.ts'
export { finishCode, type SignedIn } from './finish-code.ts'
export { seeInvitation, startInvitation } from './invitation.ts'
export { invite, inviteAsOperator } from './invite.ts'
export { type Bucket, take } from './limits.ts'
export { liveAddress } from './live-address.ts'
export { myAddresses } from './my-addresses.ts'
export { endOtherSessions, endSession, type MySession, mySessions, signOut } from './my-sessions.ts'
export { removeAddress } from './remove-address.ts'
export {
  beginSession,
  noSessionCookie,
  readSession,
  type Signed,
  sessionCookie,
  tokenIn,
} from './sessions.ts'
export { passwordSetAt, removePassword, setPassword } from './set-password.ts'
export { signInWithPassword } from './sign-in-with-password.ts'
export { startSignIn, startSignUp } from './start.ts'
export { takeTurn } from './take-turn.ts'
