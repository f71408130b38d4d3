import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Keep going')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.stint.endedMentorship({ mentorshipId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const mentorshipId = args.params.id ?? ''
  return attempt(args, async () => {
    const { stint } = args.context.api
    const { otherId } = await stint.endedMentorship({ mentorshipId })
    await stint.keepMentor({ mentorshipId })
    return redirectWith(args, `/people/${otherId}`, { text: 'You keep going, from one to the other.' })
  })
}

export default function Keep() {
  const { otherId, name, isMentor, finishedOn, goesOn } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  if (goesOn)
    return (
      <div className="stack">
        <h1>You and {name} keep going</h1>
        <p>
          It is between you two now, with no school in it.{' '}
          <Link to={`/people/${otherId}`}>See {name}’s page</Link>
        </p>
      </div>
    )
  return (
    <ConfirmPage
      title={isMentor ? `Keep mentoring ${name}?` : `Keep ${name} as your mentor?`}
      confirm={isMentor ? `Keep mentoring ${name}` : `Keep ${name} as my mentor`}
      cancel="Not now"
      cancelHref={`/people/${otherId}`}
      result={result}
    >
      <p>
        The school’s mentoring {finishedOn ? `ends on ${longDay(finishedOn)}` : 'ends with a move'}. You stay
        tied either way. Keeping it going is between you two: no school sees it.
      </p>
    </ConfirmPage>
  )
}
