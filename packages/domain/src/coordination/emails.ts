import type { Ctx } from '@wirearchy/domain'

interface Nudged {
  mentorshipId: string
  /** The other of the two. */
  name: string
  /** The address of a button that ends it with thanks. */
  finish: string
}

const ways = ({ origin }: Ctx, { mentorshipId, finish }: Nudged) => `Book a time:
${origin}/mentoring/${mentorshipId}/meet

Take a break:
${origin}/settings/break

Finish well, with words of your own:
${origin}/mentoring/${mentorshipId}/finish

Or end it with thanks, in one press:
${finish}
`

const placed = ({ mentorshipId }: Nudged) => ({ href: `/mentoring/${mentorshipId}` })

/** To each of two who have not booked their first meeting. */
export const unbookedLetter = (ctx: Ctx, to: Nudged) => ({
  kind: 'nudge_unbooked',
  subject: `A first time to talk with ${to.name}?`,
  text: `You and ${to.name} have not booked a first meeting yet. Twenty minutes are enough to begin.

${ways(ctx, to)}
We say this once, and never in the school holidays.
`,
  line: `You and ${to.name} have not booked a first meeting yet.`,
  ...placed(to),
})

/** To each of two who have not met for longer than they agreed on. */
export const quietLetter = (ctx: Ctx, to: Nudged) => ({
  kind: 'nudge_quiet',
  subject: `You and ${to.name}: still useful?`,
  text: `It has been quiet between you and ${to.name}. That happens. Is the mentoring still useful?

${ways(ctx, to)}
We ask each of you once, and never in the school holidays.
`,
  line: `It has been quiet between you and ${to.name}. Still useful?`,
  ...placed(to),
})

/** To each of two whom the person who looks after their programme, or their school's mentoring, reminds. */
export const nudgedLetter = (ctx: Ctx, to: Nudged) => ({
  kind: 'nudge_asked',
  subject: `You and ${to.name}: still useful?`,
  text: `Whoever looks after your mentoring with ${to.name} asks: is it still useful? They see that you wait to meet, or
that it has been quiet, and nothing else. Who asked stands on the page.

${ways(ctx, to)}`,
  line: `Whoever looks after your mentoring with ${to.name} asks whether it is still useful.`,
  ...placed(to),
})
