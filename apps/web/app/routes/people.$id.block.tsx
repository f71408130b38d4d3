import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Block somebody')

export async function loader(args: LoaderFunctionArgs) {
  const viewer = signedIn(args)
  const id = args.params.id ?? ''
  if (id === viewer?.id) throw redirect(`/people/${id}`)
  const { name } = await ask(args, (api) => api.safety.whom({ personId: id }))
  return { id, name }
}

export async function action(args: ActionFunctionArgs) {
  const personId = args.params.id ?? ''
  return attempt(args, async () => {
    await args.context.api.safety.block({ personId })
    const undo = { action: '/settings/blocks', fields: { personId } }
    return redirectWith(args, '/people', { text: 'Blocked. You don’t meet here any more.', undo })
  })
}

export default function Block() {
  const { id, name } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      title={`Block ${name}?`}
      confirm="Block"
      isDangerous
      cancelHref={`/people/${id}`}
      result={useActionData<typeof action>()}
    >
      <p>At once, and until you lift it:</p>
      <ul>
        <li>neither of you sees the other anywhere: lists, groups, schools, searches, pictures, mails;</li>
        <li>they cannot see where you teach, now or after a move;</li>
        <li>anything that you had asked of each other is closed.</li>
      </ul>
      <p>{name} is not told. You can lift it in Settings, under “People you blocked”.</p>
    </ConfirmPage>
  )
}
