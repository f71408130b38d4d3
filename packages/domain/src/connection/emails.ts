import type { Ctx } from '@wirearchy/domain'

/** To somebody who is asked whether they know the writer. */
export const askedLetter = ({ origin }: Ctx, name: string, sentence: string) => ({
  kind: 'connection_asked',
  subject: `${name} would like to say you know each other`,
  text: `${name} would like to say that you know each other, and writes:

“${sentence}”

To say yes or no, open this page:
${origin}/notices

If you say no, or nothing, they are not told.
`,
})
