import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Take out of my story')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.stint.one({ stintId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async () => {
    await args.context.api.stint.remove({ stintId: args.params.id ?? '' })
    return redirectWith(args, '/story', { text: 'Taken out of your story.' })
  })
}

export default function Remove() {
  const { id, schoolName } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      title={`Take ${schoolName} out of your story?`}
      confirm="Take it out"
      cancelHref={`/story/${id}`}
      isDangerous
      result={useActionData<typeof action>()}
    >
      <p>
        Do this only if you were never there on those days. Colleagues of those days are then not tied to you
        through this school. If you have left, correct the last day instead.
      </p>
    </ConfirmPage>
  )
}
