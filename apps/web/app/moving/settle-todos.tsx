import { Link } from '@remix-run/react'

export interface ToSettle {
  /** Moves that wait for this person's word: a school has reported, or two disagree. */
  moves: readonly { id: string; state: string }[]
  /** Stays at schools that have changed: only the person can say where they are. */
  changed: readonly { stintId: string; what: string }[]
}

/** A move on which somebody else has spoken: only the person can say what is right. */
export const toSettle = ({ moves }: ToSettle) =>
  moves.map(({ id, state }) => ({
    id,
    text:
      state === 'conflict'
        ? 'Two schools give different days for your move. Which is right?'
        : 'A school says when your time there begins or ends. Is that right?',
    action: (
      <Link className="btn quiet" to={`/moving/${id}`}>
        Look at it
      </Link>
    ),
  }))

/** One question at a time, however many of their schools have changed. */
export const whichSchool = ({ changed }: ToSettle) =>
  changed.slice(0, 1).map(({ stintId, what }) => ({
    id: stintId,
    text:
      what === 'unknown'
        ? 'We could not find a school that you wrote down by name. Which one did you mean?'
        : 'Your school has changed in the official list. Which one are you at now?',
    action: (
      <Link className="btn quiet" to={`/moving/school/${stintId}`}>
        Say which
      </Link>
    ),
  }))
