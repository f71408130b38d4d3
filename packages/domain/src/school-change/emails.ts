import type { Ctx } from '@wirearchy/domain'

interface Carried {
  from: string
  to: string
  toId: string
}

/** To somebody whose school has joined another: where they are now, and that nothing else changes. */
export const carriedLetter = ({ origin }: Ctx, { from, to, toId }: Carried) => ({
  kind: 'school_carried',
  subject: `Your school is now ${to}`,
  text: `The register of schools says that ${from} has become part of ${to}, so we carried you along.

You have nothing to do. Your people stay your people, and you will meet new colleagues here:
${origin}/schools/${toId}

Is that not where you are? Say so in your story:
${origin}/story
`,
})

/** To somebody whose school has closed or split, and of whom only they can say where they are. */
export const whichSchoolLetter = (
  { origin }: Ctx,
  { school, stintId }: { school: string; stintId: string },
) => ({
  kind: 'which_school',
  subject: `Which school are you at now?`,
  text: `The register of schools says that ${school} has closed or changed. We don’t guess where you are: would you tell us?

One tap will do:
${origin}/moving/school/${stintId}

Your people stay your people, whatever you answer, and if you don’t.

If your only address here belongs to that school, add a personal one now, so that you can still sign in:
${origin}/settings/sign-in
`,
})
