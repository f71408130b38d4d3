import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { longDay } from '~/dates.ts'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Keep going')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.stint.endedMentorship({ mentorshipId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const mentorshipId = args.params.id ?? ''
  return attempt(args, async () => {
    const kept = await args.context.api.stint.keepMentor({ mentorshipId })
    return redirectWith(args, `/mentoring/${kept.mentorshipId}`, {
      text: 'You keep going, from one to the other.',
    })
  })
}

export default function Keep() {
  const { id, name, isMentor, finishedOn, goesOn, isEndedByHand } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  if (goesOn || isEndedByHand)
    return (
      <div className="stack">
        <h1>{goesOn ? `You and ${name} keep going` : `Your mentoring with ${name} has ended`}</h1>
        <MentoringPromise />
        <p>
          {goesOn
            ? 'It is between you two now, with no school in it.'
            : 'One of you ended it. To begin again, ask for it anew.'}{' '}
          <Link to={`/mentoring/${id}`}>See what you two have written</Link>
        </p>
      </div>
    )
  return (
    <ConfirmPage
      title={isMentor ? `Keep mentoring ${name}?` : `Keep ${name} as your mentor?`}
      confirm={isMentor ? `Keep mentoring ${name}` : `Keep ${name} as my mentor`}
      cancel="Not now"
      cancelHref={`/mentoring/${id}`}
      result={result}
    >
      <p>
        The school’s mentoring {finishedOn ? `ends on ${longDay(finishedOn)}` : 'ends with a move'}. You stay
        tied either way. Keeping it going is between you two: no school sees it. What you wrote and agreed on
        goes on with you.
      </p>
      <MentoringPromise />
    </ConfirmPage>
  )
}
