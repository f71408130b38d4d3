import type { Tx } from '@wirearchy/db'
import { type Ctx, type Day, Problem } from '@wirearchy/domain'
import { liveStints, type StintRow } from './adopt.ts'
import { inWords } from './days.ts'
import { nameOf } from './place.ts'
import type { StintKind } from './word.ts'

interface Joining {
  schoolId: string
  kind: StintKind
  startOn: Day
  leaving: StintRow[]
  leaveOn: Day | null
}

/**
 * Coming back to a school is a second stay; it cannot share a day with the first.
 * @throws Problem conflict that says what is in the way
 */
export async function refuseWhileThere(
  tx: Pick<Tx, 'select'>,
  ctx: Ctx,
  { schoolId, kind, startOn, leaving, leaveOn }: Joining,
) {
  const there = (await liveStints(tx, ctx.viewer ?? '')).filter(
    (stint) => stint.schoolId === schoolId && stint.kind === kind,
  )
  for (const stint of there) {
    const last = leaving.some(({ id }) => id === stint.id) ? leaveOn : stint.finishedOn
    if (last !== null && last < startOn) continue
    throw new Problem('conflict', inTheWay(await nameOf(tx, schoolId), stint, last, startOn), {
      field: 'startOn',
    })
  }
}

function inTheWay(school: string, { startedOn }: StintRow, last: Day | null, startOn: Day) {
  if (startedOn > startOn)
    return `You already have ${school} from ${inWords(startedOn)} in your story. Correct that line instead.`
  if (last === null) return `You’re already at ${school}.`
  if (last === startOn) return `Your earlier stay ends that day. Start at ${school} from the day after.`
  return `Your earlier stay at ${school} runs until ${inWords(last)}. Choose a later day, or correct its last day.`
}
