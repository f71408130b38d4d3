import type { GoalSeen } from '@wirearchy/domain/space'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

type Props = { goal: GoalSeen; name: string; side: 'mentor' | 'mentee'; result: unknown }

/** The one next step: what became of the one so far, the new one, and whose it is. */
export function StepForm({ goal, name, side, result }: Props) {
  const { next } = goal
  const theirs = side === 'mentor' ? 'mentee' : 'mentor'
  return (
    <PostForm result={result}>
      <h2>{next ? 'Another next step' : 'One next small step'}</h2>
      {next ? (
        <ChoiceGroup
          name="before"
          legend={`What became of “${next.text}”?`}
          choices={[
            { value: 'done', label: 'Done' },
            { value: 'dropped', label: 'Let go' },
          ]}
        />
      ) : null}
      <Field
        name="text"
        label="The next step"
        hint="Something for the coming days, such as “Watch a lesson of the Year 9 team”."
      />
      <ChoiceGroup
        name="whose"
        legend="Whose step is it?"
        choices={[
          { value: side, label: 'Mine' },
          { value: theirs, label: `${name}’s` },
        ]}
        defaultValue={side === 'mentee' ? side : undefined}
      />
      <SubmitButton>Set the step</SubmitButton>
    </PostForm>
  )
}

/** A goal is reached, or let go. */
export function CloseGoalForm() {
  return (
    <PostForm className="stack">
      <h2>Or finish with this goal</h2>
      <div className="row">
        <SubmitButton kind="quiet" name="_close" value="done">
          We reached it
        </SubmitButton>
        <SubmitButton kind="quiet" name="_close" value="dropped">
          Let it go
        </SubmitButton>
      </div>
    </PostForm>
  )
}
