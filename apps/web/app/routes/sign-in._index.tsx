import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt } from '~/attempt.server.ts'
import { Checkbox } from '~/components/checkbox.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { safeNext } from '~/safe-next.ts'
import { signingInCookie } from '~/signing-in.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Sign in')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'))
  if (context.viewer) throw redirect(next)
  return { next }
}

export async function action(args: ActionFunctionArgs) {
  const next = safeNext(new URL(args.request.url).searchParams.get('next'))
  return attempt(args, async ({ shared, ...raw }) => {
    const { api, origin } = args.context
    const { email } = await api.account.startSignIn(raw as { email: string })
    const state = { email, next, shared: shared === 'yes' }
    return redirect('/sign-in/code', { headers: { 'Set-Cookie': signingInCookie(state, origin) } })
  })
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Sign in</h1>
      <p>We send six digits to your e-mail address. There is no password to remember.</p>
      <PostForm result={result}>
        <Field name="email" label="Your e-mail address" type="email" autoComplete="email" inputMode="email" />
        <Checkbox
          name="shared"
          label="This is a shared computer"
          hint="You are signed out after half an hour without a click, and when the browser is closed."
        />
        <SubmitButton pending="Sending…">Send me a code</SubmitButton>
      </PostForm>
      <p>
        <Link to={`/sign-in/password?next=${encodeURIComponent(next)}`}>Sign in with a password</Link>, if you
        set one.
      </p>
      <h2>Not here yet?</h2>
      <p>
        Ask whoever runs your training group for its link, or ask somebody who is in to invite you.{' '}
        <Link to="/help#join">How joining works</Link>
      </p>
    </div>
  )
}
