import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { CodeForm } from '~/components/code-form.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { safeNext } from '~/safe-next.ts'
import { noSigningInCookie, readSigningIn, signingInCookie } from '~/signing-in.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Add an address', 'Settings')

const HERE = '/settings/sign-in/address'

/** Two steps on one page: the address, then the code that went to it. Which one, the browser remembers. */
export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { request, context } = args
  const { email } = readSigningIn(request.headers.get('cookie'), context.origin)
  const isSecondStep = new URL(request.url).searchParams.get('step') === 'code'
  return { email: isSecondStep ? (email ?? null) : null, demo: context.demo }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { account } = context.api
  const state = readSigningIn(request.headers.get('cookie'), context.origin)
  const next = new URL(request.url).searchParams.get('next')
  return attempt(args, async ({ email, kind, code }, { aside }) => {
    if (aside.step !== 'code') {
      const sent = await account.addAddress({ email, kind })
      const headers = { 'Set-Cookie': signingInCookie({ ...sent, next: next ?? undefined }, context.origin) }
      return redirect(`${HERE}?step=code`, { headers })
    }
    const added = await account.confirmAddress({ email: state.email ?? '', code })
    const to = state.next ? safeNext(state.next) : '/settings/sign-in'
    const done = redirectWith(args, to, { text: `${added.email} now signs you in.` })
    done.headers.append('Set-Cookie', noSigningInCookie(context.origin))
    return done
  })
}

export default function AddAddress() {
  const { email, demo } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{email ? 'Enter the code' : 'Add an address'}</h1>
      {email ? (
        <CodeForm email={email} demo={demo} result={result} button="Add the address" />
      ) : (
        <AddressForm result={result} />
      )}
      <p>
        <Link to="/settings/sign-in">Cancel</Link>
      </p>
    </div>
  )
}

function AddressForm({ result }: { result: unknown }) {
  return (
    <PostForm result={result}>
      <Field name="email" label="E-mail address" type="email" autoComplete="email" inputMode="email" />
      <ChoiceGroup name="kind" legend="Which kind is it?" choices={KINDS} defaultValue="personal" />
      <SubmitButton pending="Sending…">Send a code to it</SubmitButton>
    </PostForm>
  )
}

const KINDS = [
  { value: 'personal', label: 'Personal', hint: 'Stays yours, whatever happens.' },
  { value: 'work', label: 'Work', hint: 'Stops working here when you leave that school.' },
]
