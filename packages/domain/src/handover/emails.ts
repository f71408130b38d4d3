import type { Ctx } from '@wirearchy/domain'

const page = ({ origin }: Ctx, mentorshipId: string) => `${origin}/mentoring/${mentorshipId}/handover`
const path = (mentorshipId: string) => `/mentoring/${mentorshipId}/handover`

/** To the mentor somebody had and the one who comes next, once the mentee lets them read the page. */
export const readyLetter = (ctx: Ctx, name: string, mentorshipId: string) => ({
  kind: 'handover_ready',
  subject: `${name} wrote a hand-over page`,
  line: `${name} wrote a hand-over page that you may read.`,
  href: path(mentorshipId),
  text: `${name} wrote a page for whoever mentors them next, and would like you to read it:
${page(ctx, mentorshipId)}

Only the three of you can: ${name}, the mentor they had, and the one who comes next.
`,
})

/** To a mentor of somebody who changed school, when another of the three wrote. */
export const saidLetter = (ctx: Ctx, name: string, mentorshipId: string) => ({
  kind: 'handover_said',
  subject: `Something new about ${name}’s hand-over`,
  line: `There is something new about ${name}’s hand-over.`,
  href: path(mentorshipId),
  text: `There are new words about ${name}’s hand-over:
${page(ctx, mentorshipId)}

Only the three of you can read them.
`,
})

/** To the mentee, when one of the two mentors wrote. */
export const answeredLetter = (ctx: Ctx, name: string, mentorshipId: string) => ({
  kind: 'handover_answered',
  subject: `${name} wrote about your hand-over`,
  line: `${name} wrote about your hand-over.`,
  href: path(mentorshipId),
  text: `${name} wrote something about your hand-over:
${page(ctx, mentorshipId)}

Only the three of you can read it.
`,
})
