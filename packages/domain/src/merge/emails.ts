import type { Ctx } from '@wirearchy/domain'

export interface Words {
  kind: string
  subject: string
  text: string
}

const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/** To the address of what may be the asker's other record: the code that shows both are theirs. */
export const samePersonCodeLetter = (code: string): Words => ({
  kind: 'same_person_code',
  subject: `Your code for joining two records is ${spaced(code)}`,
  text: `Somebody who is signed in to Wirearchy says that the record behind this address is theirs too, and wants the two to be one.

If that is you, type this code into the page that asked for it:

${spaced(code)}

It works for 15 minutes. You will see what is joined before anything happens.

If it is not you, do nothing: without the code nothing happens. Never give it to anybody, not even to us: whoever has it could read everything that is yours.
`,
})

/** To an address that the asker named and that can be joined to nothing: unknown to us, their own, or for an operator to look at. */
export const samePersonUnknownLetter = ({ origin }: Ctx): Words => ({
  kind: 'same_person_unknown',
  subject: 'Someone said that a record behind this address is theirs',
  text: `Someone, perhaps you, is signed in at ${origin} and said that a record behind this address is theirs too. There is none that can be joined this way, so nothing has changed.

If it was you:

- Perhaps the other record has another address: try that one.
- Perhaps this address is on your own record already: then there is nothing to join.
- If neither helps, write to whoever runs this service, and say that you have two records.

If it was not you, do nothing.
`,
})

/** After two records became one: to every address of both. */
export const mergedLetter = ({ origin }: Ctx, name: string): Words => ({
  kind: 'merged',
  subject: 'Two records of yours are one now',
  text: `Two records at ${origin} were joined: they belong to one person, ${name}. Every address of both signs in to it.

If you wanted this, there is nothing to do.

If you did not, undo it: sign in with this address and press “Part them again” here. For 30 days you can do it by yourself; after that, write to whoever runs this service.
${origin}/settings/same-person
`,
})

/** After they were parted again. */
export const unmergedLetter = ({ origin }: Ctx): Words => ({
  kind: 'unmerged',
  subject: 'Two records were parted again',
  text: `Two records at ${origin} that had been joined are two again, as they were before. This address signs in to the record that it signed in to then. You may have to sign in again.

If this surprises you, sign in and look at your settings:
${origin}/settings/sign-in
`,
})
