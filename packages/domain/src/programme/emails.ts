import type { Ctx } from '@wirearchy/domain'
import type { Programme } from './find.ts'
import { dayWords, PROMISE, UNIT_WORDS } from './words.ts'

/** To somebody whom a lead asks into a programme. */
export const invitedLetter = (
  { origin }: Ctx,
  lead: string,
  { id, name, unit }: Programme,
  side: 'mentor' | 'mentee',
) => ({
  kind: 'programme_asked',
  subject: side === 'mentor' ? `Would you be a mentor in “${name}”?` : `Would you like a mentor? “${name}”`,
  line:
    side === 'mentor'
      ? `${lead} asks whether you would be a mentor.`
      : `${lead} asks whether you would like a mentor.`,
  href: `/programmes/${id}`,
  text: `${lead} asks whether you would take part in “${name}” as a ${side}: ${UNIT_WORDS[unit]}.

Nothing happens unless you say yes. You can read what it is, and say yes or no, here:
${origin}/programmes/${id}

${PROMISE}
`,
})

/** To everybody who joined, when they may say whom they would like. */
export const wishesLetter = ({ origin }: Ctx, { id, name, wishesUntil }: Programme) => ({
  kind: 'programme_wishes',
  subject: `Whom would you like? “${name}”`,
  line: `Say whom you would like in “${name}”, until ${dayWords(wishesUntil ?? '')}.`,
  href: `/programmes/${id}/wishes`,
  text: `“${name}” is about to be matched. Until ${dayWords(wishesUntil ?? '')}, that day included, you can say
whom you would like, in order. You do not have to; whoever says nothing is matched too.

${origin}/programmes/${id}/wishes

Nobody else reads your wishes: not the people you name, not whoever runs this, no school.
`,
})
