/** Ways to sign in to a person, who outlives every one of them. */
export { addressOf } from './address-of.ts'
export { createAccount, giveAccount } from './create-account.ts'
export type { DoorCtx, SessionCtx } from './door.ts'
export { finishCode, type SignedIn } from './finish-code.ts'
export { take } from './limits.ts'
export { endOtherSessions, endSession, type MySession, mySessions, signOut } from './my-sessions.ts'
export { noSessionCookie, readSession, type Signed, sessionCookie, tokenIn } from './sessions.ts'
export { startSignIn, startSignUp } from './start.ts'
