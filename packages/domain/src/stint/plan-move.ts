import type { Tx } from '@wirearchy/db'
import { type Day, dayBefore, isOver, type MemberCtx, Problem } from '@wirearchy/domain'
import { liveStints, type StintRow } from './adopt.ts'
import { checkNear, inWords } from './days.ts'
import type { Move } from './input.ts'
import { nameOf } from './place.ts'
import { refuseWhileThere } from './rejoin.ts'

/** A move with everything settled that the form may leave open. */
export interface Plan {
  leaving: StintRow[]
  /** Stays that go on beside it. */
  staying: StintRow[]
  leaveOn: Day | null
  schoolId: string | null
  startOn: Day | null
}

type Reads = Pick<Tx, 'select'>

const bad = (sentence: string, field: string) => new Problem('bad_input', sentence, { field })

/**
 * Works out which stays end and when, and whether the days go together. Never guesses which of two schools is left.
 * @throws Problem bad_input or conflict beside the field to change
 */
export async function planMove(
  tx: Reads,
  ctx: MemberCtx,
  input: Move,
  schoolId: string | null,
): Promise<Plan> {
  const live = (await liveStints(tx, ctx.viewer)).filter((stint) => !isOver(stint, ctx.today))
  const leaving = await leavingOf(tx, live, input, ctx.today)
  const staying = live.filter((stint) => !leaving.includes(stint))
  const startOn = schoolId ? checkedStart(ctx, input) : null
  const leaveOn = leaving.length > 0 ? await checkedLast(tx, ctx, input, leaving, startOn) : null
  if (!schoolId && leaving.length === 0)
    throw bad(
      'You have no school in your story that is still open, so there is nothing to leave.',
      'destination',
    )
  if (startOn && leaveOn && startOn <= leaveOn && !input.besides)
    throw bad('You start there before you have left. Change a day, or tick that the two overlap.', 'startOn')
  if (schoolId && startOn)
    await refuseWhileThere(tx, ctx, { schoolId, kind: input.kind, startOn, leaving, leaveOn })
  return { leaving, staying, leaveOn, schoolId, startOn }
}

async function leavingOf(
  tx: Reads,
  live: StintRow[],
  { leaving, besides }: Move,
  today: Day,
): Promise<StintRow[]> {
  if (leaving) {
    const chosen = live.filter(({ id }) => leaving.includes(id))
    if (chosen.length !== new Set(leaving).size) throw bad('Choose a school that you are at now.', 'leaving')
    return chosen
  }
  const open = live.filter(({ startedOn, finishedOn }) => finishedOn === null && startedOn <= today)
  if (besides) return []
  if (open.length < 2) return open
  const names = await Promise.all(open.map(({ schoolId }) => nameOf(tx, schoolId)))
  throw bad(`You are at ${names.join(' and at ')}. Choose which one you are leaving.`, 'leaving')
}

function checkedStart({ today }: MemberCtx, { startOn }: Move): Day {
  if (!startOn)
    throw bad('Enter your first day there. If it is not fixed yet, your best guess is fine.', 'startOn')
  checkNear(today, startOn, 'startOn')
  return startOn
}

async function checkedLast(
  tx: Reads,
  ctx: MemberCtx,
  { leaveOn, besides }: Move,
  leaving: StintRow[],
  startOn: Day | null,
) {
  const last = leaveOn ?? (startOn && !besides ? dayBefore(startOn) : null)
  if (!last)
    throw bad('Enter your last day there. If it is not fixed yet, your best guess is fine.', 'leaveOn')
  checkNear(ctx.today, last, 'leaveOn')
  const late = leaving.find(({ startedOn }) => startedOn > last)
  if (!late) return last
  const [school, began] = [await nameOf(tx, late.schoolId), inWords(late.startedOn)]
  throw bad(`Your time at ${school} began on ${began}. Your last day cannot be before that.`, 'leaveOn')
}
