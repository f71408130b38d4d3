import type { Ctx, Day } from '@wirearchy/domain'
import { inWords } from './days.ts'
import type { MoveRow } from './refresh-moves.ts'

interface Moved {
  name: string
  move: MoveRow
  school: { id: string; name: string } | null
}

interface Headline {
  name: string
  move: Pick<MoveRow, 'destination' | 'startOn'>
  school: { name: string } | null
}

const WITHOUT_SCHOOL: Record<MoveRow['destination'], string> = {
  school: 'is moving school',
  undecided: 'is leaving their school',
  abroad: 'is going to work outside the UK',
  break: 'is taking a break from school',
  leaving_teaching: 'is leaving teaching',
}

/** Letter 8, to the mover's people: where they go now, and that nothing between them changes. */
export const movedLetter = ({ origin, today }: Ctx, { name, move, school }: Moved) => ({
  kind: 'moved',
  subject: headline({ name, move, school }, today),
  href: `/people/${move.personId}`,
  text: `${headline({ name, move, school }, today)}${from(move.startOn, today)}.

Say hello, or see how you know each other:
${origin}/people/${move.personId}

You stay tied, wherever either of you works.
`,
})

/** "Zoë moved to St Hild’s"; before the day, "Zoë is moving to St Hild’s". Also said of a notice. */
export function headline({ name, move, school }: Headline, today: Day): string {
  if (!school) return `${name} ${WITHOUT_SCHOOL[move.destination]}`
  return `${name} ${move.startOn && move.startOn > today ? 'is moving' : 'moved'} to ${school.name}`
}

const from = (day: Day | null, today: Day) => (day && day > today ? `, from ${inWords(day)}` : '')

type Own = Moved & { school: { id: string; name: string } }

/** To the old school’s leads, when the mover chose so. Says nothing of where they go. */
export const leavingLetter = ({ origin }: Ctx, { name, move, school }: Own) => ({
  kind: 'leaving',
  subject: `${name} is leaving ${school.name}`,
  href: `/schools/${school.id}/staff`,
  text: `${name} says that their last day at ${school.name} is ${move.leaveOn ? inWords(move.leaveOn) : 'not fixed yet'}.

Your staff list: ${origin}/schools/${school.id}/staff
`,
})

/** To the new school’s leads, when the mover chose so. Says nothing of where they come from. */
export const joiningLetter = ({ origin }: Ctx, { name, move, school }: Own) => ({
  kind: 'joining',
  subject: `${name} is joining ${school.name}`,
  href: `/schools/${school.id}/staff`,
  text: `${name} says that their first day at ${school.name} is ${move.startOn ? inWords(move.startOn) : 'not fixed yet'}.

From that day you can confirm it here:
${origin}/schools/${school.id}/staff
`,
})

interface Report {
  school: string
  day: Day
  says: 'ended' | 'began'
  moveId: string
}

/** To the person a school reports about. Their own word comes first. */
export const reportedLetter = ({ origin }: Ctx, { school, day, says, moveId }: Report) => ({
  kind: 'school_reported',
  subject: says === 'ended' ? `${school} says that you are leaving` : `${school} says that you are joining`,
  href: `/moving/${moveId}`,
  text: `${school} says that your ${says === 'ended' ? 'last' : 'first'} day there is ${inWords(day)}.

Is that right? Say so, or say what is:
${origin}/moving/${moveId}

If you say nothing, it counts in 14 days. Your own word always comes first, and your people stay your people.

If your only address here belongs to a school, add a personal one now, so that you can still sign in when you leave:
${origin}/settings/sign-in
`,
})

/** To an address that no account has, which a school lead wrote. The lead is not told the difference. */
export const joiningUnknownLetter = ({ origin }: Ctx, school: string) => ({
  kind: 'joining_unknown',
  subject: `${school} is looking forward to you`,
  text: `${school} wrote down this address for somebody who is joining.

If that is you and you are already a member with another address, tell us of your move yourself:
${origin}/moving

If you are not a member yet, ask the school, or somebody you trained with, to invite you. If this is not for you, do nothing: we keep no account for this address.
`,
})

/** To a school lead whose word and somebody else’s differ, or who was told no. Names nothing of the other side. */
export const answeredLetter = (
  { origin }: Ctx,
  { name, school, schoolId, sentence }: Record<'name' | 'school' | 'schoolId' | 'sentence', string>,
) => ({
  kind: 'report_answered',
  subject: `${name}: your report for ${school}`,
  text: `${sentence}

Your staff list: ${origin}/schools/${schoolId}/staff
`,
})
