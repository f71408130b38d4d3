import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Stop these letters')
export const handle = { hydrate: false }

/** Looking changes nothing: a mail scanner may open the link as often as it likes. */
export async function loader(args: LoaderFunctionArgs) {
  return ask(args, (api) => api.notice.seeUnsubscribe({ token: args.params.token ?? '' }))
}

/** Our own button, or a mail program that sends `List-Unsubscribe=One-Click` by itself (RFC 8058). */
export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? ''
  return attempt(args, ({ again }) => args.context.api.notice.unsubscribe({ token, again }))
}

export default function Stop() {
  const { name, isOff, mayStartAgain } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{isOff ? `You get no more ${name}` : `Stop ${name}?`}</h1>
      {isOff ? (
        <p role="status">Nothing else has changed. What happens still stands under your notices.</p>
      ) : (
        <p>Everything else comes as before. What happens still stands under your notices.</p>
      )}
      {isOff && !mayStartAgain ? null : (
        <PostForm result={result}>
          {isOff ? <input type="hidden" name="again" value="yes" /> : null}
          <SubmitButton kind={isOff ? 'quiet' : 'main'}>
            {isOff ? 'Send them again' : 'Stop them'}
          </SubmitButton>
        </PostForm>
      )}
      <p>
        <Link to="/settings/notices">Choose how often each kind comes</Link>, and your quiet hours.
      </p>
    </div>
  )
}
