import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { EmptyState } from '~/components/empty-state.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Choose others', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const requestId = args.params.id ?? ''
  return { requestId, others: await ask(args, (api) => api.request.others({ requestId })) }
}

export async function action(args: ActionFunctionArgs) {
  const requestId = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const { request } = args.context.api
    await request.askOthers({ ...(raw as { mentorIds: string[] }), requestId })
    return redirectWith(args, `/mentoring/mine/${requestId}`, {
      text: 'Added. They are asked one after the other.',
    })
  })
}

export default function Others() {
  const { requestId, others } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const back = <Link to={`/mentoring/mine/${requestId}`}>Back to your request</Link>
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Choose others</h1>
      <MentoringPromise />
      {others.length === 0 ? (
        <EmptyState title="Nobody else is free just now" action={back}>
          Your request stays where it is, and you hear how it stands. Asking for something smaller often
          helps.
        </EmptyState>
      ) : (
        <PostForm result={result}>
          <ChoiceGroup
            name="mentorIds"
            multiple
            legend="Whom would you like to ask too?"
            hint="They are asked one after the other, from the top, each with five school days."
            choices={others.map(({ personId, name, why }) => ({
              value: personId,
              label: name,
              hint: why.join(' · '),
            }))}
          />
          <SubmitButton pending="Asking…">Ask them</SubmitButton>
        </PostForm>
      )}
      {others.length === 0 ? null : <p>{back}</p>}
    </div>
  )
}
