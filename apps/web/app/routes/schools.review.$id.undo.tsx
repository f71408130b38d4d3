import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { pageTitle } from '~/page-title.ts'
import { kindOf } from '~/review/words.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Undo a decision', 'The school list')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.review.change({ id: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? ''
  return attempt(args, async () => {
    const { changeId } = await args.context.api.review.undo({ id })
    return redirectWith(args, `/schools/review/${changeId}`, {
      text: 'Undone. Everything is as it was, and it waits again.',
    })
  })
}

export default function Undo() {
  const { id, from, kind } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      title={`Undo what was decided about ${from.name}?`}
      confirm="Undo it"
      cancelHref={`/schools/review/${id}`}
      result={useActionData<typeof action>()}
    >
      <p>
        It was: {kindOf(kind).toLowerCase()}. Everything that followed from it is taken back, and it can be
        decided anew. What people have said of themselves since stays.
      </p>
    </ConfirmPage>
  )
}
