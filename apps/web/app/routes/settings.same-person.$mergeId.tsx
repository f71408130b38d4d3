import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { RecordSummary } from '~/components/record-summary.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'What will be together', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.merge.check({ mergeId: args.params.mergeId ?? '' })).catch((thrown) => {
    throw thrown instanceof Response && thrown.status === GONE
      ? redirectWith(args, HERE, { text: OVER })
      : thrown
  })
}

const HERE = '/settings/same-person'
const GONE = 410
const OVER =
  'That page is over. What was joined to your record is listed here; to join another, ask for a new code.'

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async () => {
    const { name } = await args.context.api.merge.confirm({ mergeId: args.params.mergeId ?? '' })
    return redirectWith(args, HERE, {
      text: `What was ${name}’s is together with yours now.`,
    })
  })
}

export default function Together() {
  const { staying, joining } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      title="Make these two records one?"
      confirm="Make them one"
      cancelHref={HERE}
      cancel="Leave them as they are"
      result={useActionData<typeof action>()}
    >
      <RecordSummary {...staying} />
      <RecordSummary {...joining} />
      <p>Then:</p>
      <ul>
        <li>
          your page stays this one, with the name {staying.name}; {joining.name} becomes an earlier name, and
          old links lead here;
        </li>
        <li>everybody tied to either record is tied to you, and time told twice counts once;</li>
        <li>whoever blocks one of the two blocks both, and of two settings the narrower holds;</li>
        <li>
          all your addresses sign in to this record; whoever is signed in to the other one is signed out.
        </li>
      </ul>
      <p>We write to all of your addresses. For 30 days you can part the two again by yourself.</p>
    </ConfirmPage>
  )
}
