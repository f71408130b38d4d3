import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Invite somebody')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async ({ email, sentence }) => {
    const sent = await args.context.api.account.invite({ email, sentence })
    return redirectWith(args, '/people', {
      text: `We’ve invited ${sent.email}. The invitation works for seven days.`,
    })
  })
}

export default function Invite() {
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Invite somebody you know</h1>
      <p>
        They get one mail with your name in it. When they accept, they say whether you two know each other.
      </p>
      <PostForm result={result}>
        <Field name="email" label="Their e-mail address" type="email" autoComplete="off" inputMode="email" />
        <Field
          name="sentence"
          label="A sentence from you (optional)"
          hint="Such as: “We shared a desk in Leeds.”"
          rows={2}
          maxLength={300}
        />
        <SubmitButton pending="Sending…">Send the invitation</SubmitButton>
      </PostForm>
    </div>
  )
}
