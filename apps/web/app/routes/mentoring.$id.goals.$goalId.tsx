import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, notFound, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { CloseGoalForm, StepForm } from '~/mentoring/space-goal-forms.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'One goal', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const space = await ask(args, (api) => api.space.of({ mentorshipId: args.params.id ?? '' }))
  const goal = space.goals.find(({ id }) => id === args.params.goalId)
  if (!goal || space.isOver) throw notFound()
  return { goal, other: space.other, side: space.side, mentorshipId: space.mentorshipId }
}

export async function action(args: ActionFunctionArgs) {
  const at = { mentorshipId: args.params.id ?? '', goalId: args.params.goalId ?? '' }
  return attempt(args, async (raw, { aside }) => {
    const { space } = args.context.api
    if (aside.close) {
      await space.closeGoal({ ...at, as: aside.close as 'done' })
      const text = aside.close === 'done' ? 'Reached. Tell each other how.' : 'Let go. That is fine.'
      return redirectWith(args, `/mentoring/${at.mentorshipId}`, { text })
    }
    const step = raw as Parameters<typeof space.setStep>[0]
    await space.setStep({ ...step, ...at })
    return redirectWith(args, `/mentoring/${at.mentorshipId}`, { text: 'The next step is set.' })
  })
}

export default function Goal() {
  const { goal, other, side, mentorshipId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{goal.text}</h1>
      <MentoringPromise />
      <StepForm goal={goal} name={other.name} side={side} result={result} />
      <CloseGoalForm />
      <p>
        <Link to={`/mentoring/${mentorshipId}`}>Back to you and {other.name}</Link>
      </p>
    </div>
  )
}
