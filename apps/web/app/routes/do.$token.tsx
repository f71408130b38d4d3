import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'From your letter')
export const handle = { hydrate: false }

/** Looking does nothing: a mail scanner may open the link as often as it likes. */
export async function loader(args: LoaderFunctionArgs) {
  return ask(args, (api) => api.notice.look({ token: args.params.token ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, () => args.context.api.notice.press({ token: args.params.token ?? '' }))
}

export default function FromLetter() {
  const looked = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  if (result && 'done' in result) return <Done done={result.done} page={result.page} />
  if (looked.isOver) return <Over why={looked.why} page={looked.page} />
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{looked.title}</h1>
      <PostForm result={result}>
        <SubmitButton pending="One moment…">{looked.button}</SubmitButton>
      </PostForm>
      <p className="muted">
        You need not sign in for this one thing: it is for the person who got the letter, and it works once.
      </p>
      <p>
        <Link to={looked.page}>Do something else instead</Link>
      </p>
    </div>
  )
}

function Done({ done, page }: { done: string; page: string }) {
  return (
    <div className="stack">
      <h1>Done</h1>
      <p role="status">{done}</p>
      <p>
        <Link to={page}>Go on from there</Link>, or close this page.
      </p>
    </div>
  )
}

function Over({ why, page }: { why: string; page: string }) {
  return (
    <div className="stack">
      <h1>Nothing was done</h1>
      <p>{why}</p>
      <p>
        <Link to={page}>See how it stands</Link> and do it there. You may have to sign in.
      </p>
    </div>
  )
}
