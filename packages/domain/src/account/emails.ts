import type { Ctx } from '@wirearchy/domain'

/** The words of a letter. */
export interface Words {
  kind: string
  subject: string
  text: string
}

const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/** Letter 1: the way in. */
export const codeLetter = ({ origin }: Ctx, code: string): Words => ({
  kind: 'sign_in_code',
  subject: `Your sign-in code is ${spaced(code)}`,
  text: `Your sign-in code is ${spaced(code)}

Type it into the page that asked for it. It works for 15 minutes.

Or open this page, which fills it in for you:
${origin}/sign-in/code?code=${code}

If you did not ask for a code, do nothing: nobody can sign in without it. Never give it to anybody, not even to us.
`,
})

/** Letter 2: to an address that signs nobody in. */
export const unknownAddressLetter = ({ origin }: Ctx): Words => ({
  kind: 'unknown_address',
  subject: 'Someone tried to sign in with this address',
  text: `Someone, perhaps you, tried to sign in at ${origin} with this address. No account has it.

If it was you:

- You may have joined with another address. Try that one, perhaps your own rather than your school’s.
- If you left a school, its address stopped working here on your last day. Your account is still yours: sign in with your personal address.
- If you have not joined yet, ask the person who runs your training group for its link, or ask somebody who is already in to invite you.

If it was not you, do nothing. We keep no account for this address.
`,
})

/** Letter 3: to an address somebody wants to add to their account. */
export const addressCodeLetter = (code: string, kind: 'personal' | 'work'): Words => ({
  kind: 'add_address',
  subject: kind === 'personal' ? 'Confirm your personal e-mail' : 'Confirm your work e-mail',
  text: `To sign in to Wirearchy with this address, type this code into the page that asked for it:

${spaced(code)}

It works for 15 minutes. If you did not ask for it, do nothing: nothing changes.
`,
})

/** To the owner of an address that somebody else wants to add to their account. */
export const addressTakenLetter = ({ origin }: Ctx): Words => ({
  kind: 'address_taken',
  subject: 'Someone tried to add this address to their account',
  text: `Someone tried to add this address to their account at ${origin}. It signs in to yours already, so nothing has changed.

If it was you, you have two accounts: sign in with this address to see the other one.
If it was not you, there is nothing to do.
`,
})

/** After a password was set or taken away. */
export const passwordLetter = ({ origin }: Ctx, isSet: boolean): Words => ({
  kind: 'password_changed',
  subject: isSet ? 'Your password was set' : 'Your password was removed',
  text: `${isSet ? 'Your account now has a new password.' : 'Your account no longer has a password; a code by mail signs you in.'} Everywhere else you were signed out.

If this was not you, sign in with a code and look at your settings:
${origin}/settings/sign-in
`,
})

/** Letter 4: an invitation from somebody by name. */
export const invitationLetter = (
  { origin }: Ctx,
  { from, to, sentence, token }: { from: string; to: string; sentence: string | null; token: string },
): Words => ({
  kind: 'invitation',
  subject: `${from} invited you to ${to}`,
  text: `${from} invited you to ${to}.${sentence ? `\n\n“${sentence}”` : ''}

Wirearchy keeps teachers tied to the people they trained with, wherever they teach. It is yours, not your school’s.

To see the invitation and say yes, open this page within seven days:
${origin}/invite/${token}

If you do not want it, do nothing: it runs out by itself, and then we forget your address.
`,
})
