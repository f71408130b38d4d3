import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Undo what a school is', 'The school list')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.review.pendingOne({ schoolId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const schoolId = args.params.id ?? ''
  return attempt(args, async () => {
    await args.context.api.review.undoPending({ schoolId })
    return redirectWith(args, `/schools/review/told/${schoolId}`, { text: 'Undone. It waits again.' })
  })
}

export default function Undo() {
  const { id, name } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      title={`Undo what was decided about ${name}?`}
      confirm="Undo it"
      cancelHref={`/schools/review/told/${id}`}
      result={useActionData<typeof action>()}
    >
      <p>Time told of at {name} is there again, on the same days. What people have said of it since stays.</p>
    </ConfirmPage>
  )
}
