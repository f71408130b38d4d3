import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { GoalList, PastGoals } from '~/mentoring/space-goals.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Goals', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.space.of({ mentorshipId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const mentorshipId = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const { space } = args.context.api
    if (raw.stepId) {
      await space.finishStep({ mentorshipId, stepId: raw.stepId })
      return redirectWith(args, `/mentoring/${mentorshipId}`, { text: 'Done. Well done.' })
    }
    const { goalId } = await space.addGoal({ mentorshipId, text: raw.text })
    return redirectWith(args, `/mentoring/${mentorshipId}/goals/${goalId}`, {
      text: 'Added. What is the first small step?',
    })
  })
}

export default function Goals() {
  const { goals, pastGoals, other, side, mentorshipId, isOver } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const base = `/mentoring/${mentorshipId}`
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Goals of you and {other.name}</h1>
      <MentoringPromise />
      {isOver ? null : (
        <PostForm result={result}>
          <Field
            name="text"
            label="A new goal"
            hint="A few words, such as “Calmer starts to lessons”. You both see it."
          />
          <SubmitButton pending="Adding…">Add the goal</SubmitButton>
        </PostForm>
      )}
      <h2>Open goals</h2>
      {goals.length === 0 ? <p>None at the moment.</p> : null}
      <GoalList goals={goals} name={other.name} side={side} base={base} isOver={isOver} />
      <PastGoals goals={pastGoals} />
      <p>
        <Link to={base}>Back to you and {other.name}</Link>
      </p>
    </div>
  )
}
