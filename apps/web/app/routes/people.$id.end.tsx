import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'End what you both said')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const id = args.params.id ?? ''
  const { name } = await ask(args, (api) => api.person.profile({ id }))
  return { id, name }
}

export async function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? ''
  return attempt(args, async () => {
    await args.context.api.connection.end({ personId: id })
    return redirectWith(args, `/people/${id}`, { text: 'Ended. It stays in your shared history.' })
  })
}

export default function End() {
  const { id, name } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      title={`No longer say that you and ${name} know each other?`}
      confirm="End it"
      cancelHref={`/people/${id}/connect`}
      result={useActionData<typeof action>()}
    >
      <p>It ends today and stays in the history that you two share. They get no letter about it.</p>
      <p>Whatever else ties you, such as a training group, stays.</p>
    </ConfirmPage>
  )
}
