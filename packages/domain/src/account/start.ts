import { post } from '@wirearchy/domain/job'
import { refuseSharedMailbox, tidyEmail } from './address.ts'
import { type CodeRow, makeCode } from './codes.ts'
import type { DoorCtx } from './door.ts'
import { codeLetter, unknownAddressLetter } from './emails.ts'
import type { StartSignIn, StartSignUp } from './input.ts'
import { liveAddress } from './live-address.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Sends a sign-in code to an address. Known or unknown, it does the same work and answers the same; an unknown
 * address gets a letter that says how to get in.
 * @throws Problem too_many when the address, the neighbourhood or the whole house asked too often
 */
export async function startSignIn(ctx: DoorCtx, { email: typed }: StartSignIn) {
  const email = tidyEmail(typed)
  await ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx, email)
    const known = await liveAddress(tx, ctx, email)
    const code = await makeCode(tx, ctx, { email, purpose: 'sign_in', accountId: known?.accountId ?? null })
    const letter = known ? codeLetter(ctx, code) : unknownAddressLetter(ctx)
    await post(tx, ctx, { to: email, personId: known?.personId ?? null, ...letter })
  })
  return { email }
}

/**
 * Sends a code to somebody who came by a group's link: it signs them in if the address is known, else makes their
 * person, and either way they join.
 * @throws Problem bad_input for a mailbox that several people read; too_many
 */
export async function startSignUp(ctx: DoorCtx, { email: typed, linkId, name }: StartSignUp) {
  const email = tidyEmail(typed)
  refuseSharedMailbox(email)
  await sendSignUpCode(ctx, {
    email,
    linkId: linkId ?? null,
    invitationId: null,
    context: name ? { name } : {},
  })
  return { email }
}

type SignUp = Pick<CodeRow, 'email' | 'linkId' | 'invitationId'> & { context: Record<string, string> }

/** The code that goes to whoever was given a link or an invitation. */
export async function sendSignUpCode(ctx: DoorCtx, signUp: SignUp) {
  await ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx, signUp.email)
    const code = await makeCode(tx, ctx, { purpose: 'sign_up', ...signUp })
    await post(tx, ctx, { to: signUp.email, ...codeLetter(ctx, code) })
  })
}
