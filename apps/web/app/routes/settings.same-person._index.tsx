import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { CodeForm } from '~/components/code-form.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { JoinedRecords, SameQuestions } from '~/components/my-records.tsx'
import { SameAddressForm } from '~/components/same-address-form.tsx'
import { pageTitle } from '~/page-title.ts'
import { readSigningIn, signingInCookie } from '~/signing-in.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Is this you too?', 'Settings')

const HERE = '/settings/same-person'

/** The address, then the code that went to it, on one page; below, what was joined before and what others ask. */
export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { request, context } = args
  const { email } = readSigningIn(request.headers.get('cookie'), context.origin)
  const isSecondStep = new URL(request.url).searchParams.get('step') === 'code'
  const mine = await ask(args, (api) => api.merge.mine())
  return { ...mine, email: isSecondStep ? (email ?? null) : null, demo: context.demo }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { merge } = context.api
  const { email } = readSigningIn(request.headers.get('cookie'), context.origin)
  return attempt(args, async (raw, { aside }) => {
    if (aside.do === 'answer') return answered(args, await merge.answer(raw as never))
    if (aside.do === 'part') {
      await merge.undo(raw as never)
      return redirectWith(args, HERE, { text: 'They are two again, as before. Both have been written to.' })
    }
    if (aside.step === 'code') {
      const { mergeId } = await merge.prove({ email: email ?? '', code: raw.code as string })
      return redirect(`${HERE}/${mergeId}`)
    }
    const sent = await merge.start(raw as never)
    return redirect(`${HERE}?step=code`, { headers: { 'Set-Cookie': signingInCookie(sent, context.origin) } })
  })
}

function answered(
  args: ActionFunctionArgs,
  { isJoined, isSignedOut }: Record<'isJoined' | 'isSignedOut', boolean>,
) {
  if (isSignedOut)
    return redirectWith(args, '/sign-in', {
      text: 'Both records are one now. Sign in: any of your addresses works.',
    })
  const text = isJoined ? 'Both records are one now.' : 'Thank you. That is all we needed from you.'
  return redirectWith(args, HERE, { text })
}

export default function SamePerson() {
  const { email, demo, joined, questions } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>{email ? 'Enter the code' : 'Is this you too?'}</h1>
        {email ? (
          <CodeForm email={email} demo={demo} result={result} button="See what will be together">
            Nothing is joined yet: first you see what will be together.
          </CodeForm>
        ) : (
          <SameAddressForm result={result} />
        )}
        <p>
          <Link to={email ? HERE : '/settings'}>{email ? 'Use another address' : 'Back to settings'}</Link>
        </p>
      </div>
      {email ? null : <SameQuestions questions={questions} />}
      {email ? null : <JoinedRecords joined={joined} />}
    </div>
  )
}
