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
