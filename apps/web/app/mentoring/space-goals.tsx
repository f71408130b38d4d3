import { Link } from '@remix-run/react'
import type { GoalSeen } from '@wirearchy/domain/space'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

type Props = {
  goals: readonly GoalSeen[]
  name: string
  side: 'mentor' | 'mentee'
  base: string
  isOver: boolean
}

/** The open goals of a pair, each with its one next step, whose it is, and one tap for "done". */
export function GoalList({ goals, name, side, base, isOver }: Props) {
  return (
    <ul className="plain stack">
      {goals.map((goal) => (
        <li key={goal.id} className="card stack">
          <h3>{goal.text}</h3>
          {isOver && !goal.next ? null : <NextStep {...goal} name={name} side={side} />}
          {isOver ? null : (
            <div className="row">
              {goal.next ? <StepDone stepId={goal.next.id} base={base} step={goal.next.text} /> : null}
              <Link to={`${base}/goals/${goal.id}`}>
                {goal.next ? 'Change the step or the goal' : 'Choose a next step'}
                <span className="visually-hidden"> “{goal.text}”</span>
              </Link>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function NextStep({
  next,
  done,
  name,
  side,
}: Pick<GoalSeen, 'next' | 'done'> & Pick<Props, 'name' | 'side'>) {
  if (!next)
    return <p>{done.length > 0 ? 'The last step is done. What is the next one?' : 'No next step yet.'}</p>
  return (
    <p>
      <strong>Next{next.whose === side ? ', yours' : `, ${name}’s`}:</strong> {next.text}
    </p>
  )
}

function StepDone({ stepId, base, step }: { stepId: string; base: string; step: string }) {
  return (
    <PostForm action={`${base}/goals`} className="row">
      <input type="hidden" name="stepId" value={stepId} />
      <SubmitButton kind="quiet" action={`${base}/goals`}>
        Done<span className="visually-hidden"> with “{step}”</span>
      </SubmitButton>
    </PostForm>
  )
}

/** What two people reached or let go. */
export function PastGoals({ goals }: { goals: readonly GoalSeen[] }) {
  if (goals.length === 0) return null
  return (
    <details>
      <summary>Goals reached or let go</summary>
      <ul>
        {goals.map(({ id, text, doneAt, done }) => (
          <li key={id}>
            {text}: {doneAt === null ? 'let go' : 'reached'}
            {done.length > 0 ? ` (steps: ${done.join('; ')})` : ''}
          </li>
        ))}
      </ul>
    </details>
  )
}
