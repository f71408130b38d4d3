import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Call off your move')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.stint.movePage({ moveId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const moveId = args.params.id ?? ''
  return attempt(args, async () => {
    await args.context.api.stint.cancelMove({ moveId })
    return redirectWith(args, `/moving/${moveId}`, { text: 'Your move is called off.' })
  })
}

export default function Cancel() {
  const { from, to } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      title={to ? `Call off your move to ${to.name}?` : 'Call off your move?'}
      confirm="Call it off"
      cancel="Keep it"
      cancelHref=".."
      isDangerous
      result={useActionData<typeof action>()}
    >
      {to ? <p>{to.name} disappears from your story, with whatever was planned there.</p> : null}
      {from ? (
        <p>Your time at {from.name} goes on, unless your last day there is already behind you.</p>
      ) : null}
    </ConfirmPage>
  )
}
