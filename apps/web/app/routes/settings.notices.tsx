import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { HowOften } from '~/notices/how-often.tsx'
import { QuietHours } from '~/notices/quiet-hours.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Letters and quiet hours', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.notice.post())
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw, { aside }) => {
    const { notice } = args.context.api
    if (aside.form === 'hours') await notice.setQuietHours(raw as Parameters<typeof notice.setQuietHours>[0])
    else await notice.choosePaces(raw)
    return redirectWith(args, '/settings/notices', { text: 'Saved. It holds from the next letter on.' })
  })
}

export default function Letters() {
  const { posts, hours, nation, waiting } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <div className="stack">
        <h1>Letters and quiet hours</h1>
        <p>
          How soon you hear of things by e-mail. Everything also stands under your notices, whenever you look.
        </p>
        {waiting > 0 ? <p>{waitingWords(waiting)}</p> : null}
      </div>
      <HowOften posts={posts} result={result} />
      <QuietHours hours={hours} nation={nation} result={result} />
    </div>
  )
}

const waitingWords = (waiting: number) =>
  waiting === 1 ? 'One letter waits for your next bundle.' : `${waiting} letters wait for your next bundle.`
