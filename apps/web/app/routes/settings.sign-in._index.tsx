import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { MyAddresses } from '~/components/my-addresses.tsx'
import { MySessions } from '~/components/my-sessions.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { ukDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { safeNext } from '~/safe-next.ts'
import type { LoadContext } from '../../load-context.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Signing in', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const next = new URL(args.request.url).searchParams.get('next')
  return ask(args, async ({ account }) => ({
    addHref: `/settings/sign-in/address${next ? `?next=${encodeURIComponent(safeNext(next))}` : ''}`,
    ...(await account.addresses()),
    sessions: await account.sessions(),
    passwordSetAt: await account.passwordSetAt(),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async ({ addressId, sessionId }, { aside }) => {
    const text = await act(args.context, aside.do, { addressId, sessionId })
    return redirectWith(args, '/settings/sign-in', { text })
  })
}

/** Does what a button on the page says and gives the sentence that says it is done. */
async function act(
  { api: { account } }: LoadContext,
  what = '',
  ids: { addressId: string; sessionId: string },
) {
  if (what === 'remove-address') {
    const { email } = await account.removeAddress({ addressId: ids.addressId })
    return `${email} no longer signs you in.`
  }
  if (what === 'remove-password') {
    await account.removePassword({})
    return 'Your password is gone. A code by mail signs you in.'
  }
  if (what === 'end-others') await account.endOtherSessions({})
  else await account.endSession({ sessionId: ids.sessionId })
  return what === 'end-others' ? 'You are signed out everywhere else.' : 'That browser is signed out.'
}

export default function SigningIn() {
  const { sessions, passwordSetAt, ...ways } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>Signing in</h1>
        <MyAddresses {...ways} />
      </div>
      <Password setOn={passwordSetAt === null ? null : ukDay(passwordSetAt)} />
      <MySessions sessions={sessions} />
    </div>
  )
}

function Password({ setOn }: { setOn: string | null }) {
  return (
    <section className="stack" aria-labelledby="password">
      <h2 id="password">Password</h2>
      {setOn ? (
        <p>You set one on {setOn}. A code by mail works as well.</p>
      ) : (
        <p>You have none, and need none.</p>
      )}
      <div className="row">
        <Link to="/settings/sign-in/password">{setOn ? 'Change your password' : 'Set a password'}</Link>
        {setOn ? (
          <PostForm className="inline">
            <input type="hidden" name="_do" value="remove-password" />
            <SubmitButton kind="quiet">Remove the password</SubmitButton>
          </PostForm>
        ) : null}
      </div>
    </section>
  )
}
