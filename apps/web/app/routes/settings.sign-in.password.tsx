import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Set a password', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async ({ password = '' }) => {
    await args.context.api.account.setPassword({ password })
    return redirectWith(args, '/settings/sign-in', {
      text: 'Your password is set. You are signed out everywhere else.',
    })
  })
}

export default function SetPassword() {
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Set a password</h1>
      <p>
        You do not need one: a code by mail always works. If you like one, a password manager makes a good
        one.
      </p>
      <PostForm result={result}>
        <Field
          name="password"
          label="New password"
          hint="12 characters or more, of any kind. Three words that have nothing to do with each other are easy to remember."
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>Set the password</SubmitButton>
      </PostForm>
      <p>
        <Link to="/settings/sign-in">Cancel</Link>
      </p>
    </div>
  )
}
