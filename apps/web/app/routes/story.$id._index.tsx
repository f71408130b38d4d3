import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { StintFields } from '~/moving/stint-fields.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Correct my story')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.stint.one({ stintId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    const { stint } = args.context.api
    const told = { ...raw, stintId: args.params.id ?? '' } as Parameters<typeof stint.correct>[0]
    await stint.correct(told)
    return redirectWith(args, '/story', { text: 'Corrected. What stood there before is kept, out of sight.' })
  })
}

export default function Correct() {
  const stay = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Your time at {stay.schoolName}</h1>
      <PostForm result={result}>
        <StintFields {...stay} />
        <SubmitButton>Save</SubmitButton>
      </PostForm>
      <p>
        <Link to={`/story/${stay.id}/remove`}>I was never there: take it out</Link>
      </p>
    </div>
  )
}
