import type { Ctx } from '@wirearchy/domain'

interface Asked {
  name: string
  sentence: string
  /** The addresses of the two buttons. */
  yes: string
  no: string
}

/** To somebody who is asked whether they know the writer. */
export const askedLetter = ({ origin }: Ctx, { name, sentence, yes, no }: Asked) => ({
  kind: 'connection_asked',
  subject: `${name} would like to say you know each other`,
  line: `${name} would like to say that you know each other.`,
  href: '/notices',
  text: `${name} would like to say that you know each other, and writes:

“${sentence}”

Yes, we know each other: ${yes}
No: ${no}

If you say no, or nothing, they are not told. You can also answer here:
${origin}/notices
`,
})
