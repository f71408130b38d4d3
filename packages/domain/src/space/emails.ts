import type { Ctx } from '@wirearchy/domain'

const PROMISE = 'Only you two can read it: no school, and nobody who assesses you.'

/** To the other of a pair, when what they agreed on has new words. */
export const agreementLetter = ({ origin }: Ctx, name: string, mentorshipId: string) => ({
  kind: 'agreement_changed',
  subject: `${name} wrote down what you two agree on`,
  line: `${name} wrote down what you two agree on. Say yes, or change it.`,
  href: `/mentoring/${mentorshipId}/agreement`,
  text: `${name} wrote down what you two agree on in your mentoring.

To read it, and say yes or change it, open this page:
${origin}/mentoring/${mentorshipId}/agreement

${PROMISE}
`,
})

/** To the other of a pair, when there is a note for both. What it says stands on the page alone. */
export const noteLetter = ({ origin }: Ctx, name: string, href: string) => ({
  kind: 'note_shared',
  subject: `${name} shared a note with you`,
  line: `${name} shared a note with you.`,
  href,
  text: `${name} shared a note with you in your mentoring. To read it:
${origin}${href}

${PROMISE}
`,
})

/** To the other of a pair, when one of them ended it. Their words stand on the page alone. */
export const endedLetter = ({ origin }: Ctx, name: string, href: string) => ({
  kind: 'mentoring_ended',
  subject: `Your mentoring with ${name} has ended, with thanks`,
  line: `Your mentoring with ${name} has ended, with thanks.`,
  href,
  text: `${name} has ended the mentoring between you, with thanks. Either of you may, at any time and
without a reason. You stay tied, and what you wrote together stays yours.

There are a few words for you here:
${origin}${href}

${PROMISE}
`,
})
