import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { safeNext } from '~/safe-next.ts'
import { noSigningInCookie, readSigningIn, signingInCookie } from '~/signing-in.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Enter your code')

/** The link in the letter brings the digits: they go into the box and out of the address at once. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const state = readSigningIn(request.headers.get('cookie'), context.origin)
  const code = new URL(request.url).searchParams.get('code')
  if (code !== null) {
    const headers = { 'Set-Cookie': signingInCookie({ ...state, code: code.slice(0, 10) }, context.origin) }
    throw redirect('/sign-in/code', { headers })
  }
  if (context.viewer) throw redirect(safeNext(state.next))
  return { email: state.email ?? null, code: state.code ?? '', demo: context.demo }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const { account } = context.api
  const state = readSigningIn(request.headers.get('cookie'), context.origin)
  return attempt(args, async ({ code, email = state.email }, { aside }) => {
    if (aside.again) {
      await (state.linkId
        ? account.startSignUp({ email, linkId: state.linkId })
        : account.startSignIn({ email }))
      return redirectWith(args, '/sign-in/code', { text: 'We’ve sent a new code.' })
    }
    const { isNew, joined } = await account.finishCode({ email, code, shared: state.shared ?? false })
    const next = joined ? `/groups/${joined.slug}` : safeNext(state.next)
    const to = isNew ? `/start?next=${encodeURIComponent(next)}` : next
    return redirect(to, { headers: { 'Set-Cookie': noSigningInCookie(context.origin) } })
  })
}

export default function EnterCode() {
  const { email, code, demo } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Enter your code</h1>
      {email ? (
        <p>
          We’ve sent a mail to <strong>{email}</strong>. It can take five minutes; look in spam, too.
        </p>
      ) : (
        <p>Enter the address that the mail came to, and the six digits in it.</p>
      )}
      {demo ? (
        <p>
          In this demo, mails are in the <a href="/demo/outbox">outbox</a>.
        </p>
      ) : null}
      <PostForm result={result}>
        {email ? null : <Field name="email" label="Your e-mail address" type="email" autoComplete="email" />}
        <Field
          name="code"
          label="Six-digit code"
          hint="It works for 15 minutes."
          inputMode="numeric"
          autoComplete="one-time-code"
          defaultValue={code}
        />
        <SubmitButton pending="Checking…">Sign in</SubmitButton>
      </PostForm>
      {email ? <NoMail /> : null}
      <p>
        <Link to="/sign-in">Use another address</Link>
      </p>
    </div>
  )
}

function NoMail() {
  return (
    <details>
      <summary>No mail came</summary>
      <PostForm>
        <SubmitButton kind="quiet" name="_again" value="yes" pending="Sending…">
          Send a new code
        </SubmitButton>
      </PostForm>
    </details>
  )
}
