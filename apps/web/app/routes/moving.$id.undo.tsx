import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Undo your move')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.stint.movePage({ moveId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const moveId = args.params.id ?? ''
  return attempt(args, async () => {
    await args.context.api.stint.undoMove({ moveId })
    return redirectWith(args, '/moving', { text: 'Undone. Everything is as it was.' })
  })
}

export default function Undo() {
  const { from } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      title="Undo your move?"
      confirm="Undo it"
      cancelHref=".."
      result={useActionData<typeof action>()}
    >
      <p>
        Everything will be as it was{from ? `: you are at ${from.name}` : ''}. Notices that have not been read
        go away; letters that went out have gone.
      </p>
    </ConfirmPage>
  )
}
