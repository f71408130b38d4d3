import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Take your request back', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.request.asAsker({ requestId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const requestId = args.params.id ?? ''
  return attempt(args, async () => {
    await args.context.api.request.withdraw({ requestId })
    return redirectWith(args, '/mentoring', { text: 'Taken back. Whoever had it is told, with thanks.' })
  })
}

export default function Withdraw() {
  const request = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <ConfirmPage
      title="Take your request back?"
      confirm="Take it back"
      cancel="Keep it"
      cancelHref={`/mentoring/mine/${request.requestId}`}
      result={result}
    >
      <MentoringPromise />
      <p>
        {request.with
          ? `${request.with} is told that you no longer need an answer.`
          : 'Nobody has it just now.'}{' '}
        You can ask again whenever you like.
      </p>
    </ConfirmPage>
  )
}
