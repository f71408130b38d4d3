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

export const meta: MetaFunction = (args) => pageTitle(args, 'Sign in with a password')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'))
  if (context.viewer) throw redirect(next)
  return { next }
}

export async function action(args: ActionFunctionArgs) {
  const next = safeNext(new URL(args.request.url).searchParams.get('next'))
  return attempt(args, async ({ email, password = '', shared }) => {
    await args.context.api.account.signInWithPassword({ email, password, shared })
    return redirect(next)
  })
}

export default function SignInWithPassword() {
  const { next } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Sign in with a password</h1>
      <p>
        For those who set one.{' '}
        <Link to={`/sign-in?next=${encodeURIComponent(next)}`}>Get a code by mail</Link> works for everybody,
        and when you have forgotten it.
      </p>
      <PostForm result={result}>
        <Field
          name="email"
          label="Your e-mail address"
          type="email"
          autoComplete="username"
          inputMode="email"
        />
        <Field name="password" label="Password" type="password" autoComplete="current-password" />
        <Checkbox
          name="shared"
          label="This is a shared computer"
          hint="You are signed out after half an hour without a click, and when the browser is closed."
        />
        <SubmitButton pending="Checking…">Sign in</SubmitButton>
      </PostForm>
    </div>
  )
}
