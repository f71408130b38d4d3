import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { safeNext } from '~/safe-next.ts'
import { noSigningInCookie, readSigningIn, type SigningIn, signingInCookie } from '~/signing-in.ts'
import type { LoadContext } from '../../load-context.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Enter your code')

/** The link in the letter brings the digits: they go into the box and out of the address at once. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const state = readSigningIn(request.headers.get('cookie'), context.origin)
  const code = new URL(request.url).searchParams.get('code')
  if (code !== null) {
    const headers = { 'Set-Cookie': signingInCookie({ ...state, code: code.slice(0, 10) }, context.origin) }
    throw redirect('/sign-in/code', { headers })
  }
  if (context.viewer && !state.token) throw redirect(safeNext(state.next))
  return { email: state.email ?? null, code: state.code ?? '', demo: context.demo }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const state = readSigningIn(request.headers.get('cookie'), context.origin)
  return attempt(args, async ({ code, email = state.email }, { aside }) => {
    if (aside.again) {
      await sendAgain(context, state)
      return redirectWith(args, '/sign-in/code', { text: 'We’ve sent a new code.' })
    }
    const { isNew, joined } = await enter(context, { ...state, email }, code)
    const next = joined ? `/groups/${joined.slug}` : safeNext(state.next)
    const to = isNew ? `/start?next=${encodeURIComponent(next)}` : next
    return redirect(to, { headers: { 'Set-Cookie': noSigningInCookie(context.origin) } })
  })
}

/** With the code alone, or with the invitation that it answers: the invitation knows its own address. */
function enter(
  { api: { account } }: LoadContext,
  { email, token, shared = false }: SigningInState,
  code: string,
) {
  if (token) return account.acceptInvitation({ token, code: code ?? '', shared })
  return account.finishCode({ email: email as string, code, shared })
}

function sendAgain({ api: { account } }: LoadContext, { email, linkId, token }: SigningInState) {
  if (token) return account.startInvitation({ token })
  if (linkId) return account.startSignUp({ email: email as string, linkId })
  return account.startSignIn({ email: email as string })
}

type SigningInState = Partial<SigningIn>

export default function EnterCode() {
  const { email, code, demo } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Enter your code</h1>
      <p>
        {email ? (
          <>
            We’ve sent a mail to <strong>{email}</strong>. It can take five minutes; look in spam, too.
          </>
        ) : (
          'Enter the address that the mail came to, and the six digits in it.'
        )}
      </p>
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
