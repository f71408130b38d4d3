import type { Day } from '@wirearchy/domain'
import { strongest, type Word } from './word.ts'

export type MoveState = 'announced' | 'half_reported' | 'complete' | 'cancelled' | 'conflict'

export interface MoveNow {
  state: MoveState
  leaveOn: Day | null
  startOn: Day | null
}

/**
 * Where a move stands: a pure function of the standing words about it, so the order of reports cannot matter.
 * @param destination what the mover said of where they go; `undecided` while only a school has spoken
 */
export function moveState(words: Word[], destination: string, today: Day): MoveNow {
  const leaving = strongest(words.filter(({ says }) => says === 'ended'))
  const joining = strongest(words.filter(({ says }) => says === 'began'))
  const days = { leaveOn: leaving?.day ?? null, startOn: joining?.day ?? null }
  return { ...days, state: stateOf(leaving, joining, destination, today) }
}

function stateOf(
  leaving: Word | undefined,
  joining: Word | undefined,
  destination: string,
  today: Day,
): MoveState {
  if (!leaving && !joining) return 'cancelled'
  if (leaving && joining && disagree(leaving, joining)) return 'conflict'
  const isHalf = [leaving, joining].some((word) => word && !isSure(word))
  const goesToSchool = destination === 'school' || destination === 'undecided'
  const lacksOneSide = goesToSchool && !joining
  const onlyTheNewSchoolSpoke = !leaving && joining?.byAs !== 'self'
  if (isHalf || lacksOneSide || onlyTheNewSchoolSpoke) return 'half_reported'
  const last = [leaving?.day ?? '', joining?.day ?? ''].sort()[1] as Day
  return last > today ? 'announced' : 'complete'
}

/** Two sides' days overlap and the person has not said both, nor that the two go together. */
const disagree = (leaving: Word, joining: Word) =>
  !joining.besides && leaving.day >= joining.day && (leaving.byAs !== 'self' || joining.byAs !== 'self')

/** The person's own word, or a school's that was accepted. */
const isSure = ({ byAs, accepted }: Word) => byAs === 'self' || accepted
