import { Link } from '@remix-run/react'
import type { Space } from '@wirearchy/domain/space'
import { GoalList, PastGoals } from './space-goals.tsx'
import { NoteList } from './space-notes.tsx'

type Props = { space: Space; base: string }

/** The goals in the space, and the way to add one. */
export function GoalsPart({ space, base }: Props) {
  const { goals, pastGoals, side, other, isOver } = space
  if (isOver && goals.length + pastGoals.length === 0) return null
  return (
    <section className="stack" aria-labelledby="goals">
      <h2 id="goals">Goals, each with one next step</h2>
      {goals.length === 0 && !isOver ? (
        <p>No goal yet. One is enough, such as “Calmer starts to lessons”.</p>
      ) : null}
      <GoalList goals={goals} name={other.name} side={side} base={base} isOver={isOver} />
      <PastGoals goals={pastGoals} />
      {isOver ? null : (
        <p>
          <Link to={`${base}/goals`}>Add a goal</Link>
        </p>
      )}
    </section>
  )
}

/** The latest notes in the space, and the way to all of them. */
export function NotesPart({ space, base }: Props) {
  const { notes, other, isOver } = space
  return (
    <section className="stack" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {notes.length === 0 ? (
        <p>
          {isOver
            ? 'You wrote no notes.'
            : 'No notes yet. A shared one is for you both; a private one is only yours.'}
        </p>
      ) : null}
      <NoteList notes={notes} name={other.name} base={base} isOver={isOver} />
      {isOver && notes.length === 0 ? null : (
        <p>
          <Link to={`${base}/notes`}>{isOver ? 'Read all notes' : 'Write a note, or read all of them'}</Link>
        </p>
      )}
    </section>
  )
}

/** Something to talk about the first time, for two who have written nothing yet. */
export function Starter({ space }: { space: Space }) {
  const isNew = space.goals.length === 0 && space.notes.length === 0 && space.pastGoals.length === 0
  if (space.isOver || !isNew) return null
  return (
    <details>
      <summary>Five questions for a first meeting</summary>
      <ol>
        <li>What went well this week?</li>
        <li>Which lesson or class is on your mind?</li>
        <li>What would you like to be easier by half-term?</li>
        <li>What kind of help suits you: ideas, a listener, somebody who watches a lesson?</li>
        <li>When and how do we meet, and what do we do when one of us cannot?</li>
      </ol>
    </details>
  )
}
