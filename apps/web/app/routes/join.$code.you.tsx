import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt } from '~/attempt.server.ts'
import { Checkbox } from '~/components/checkbox.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { signingInCookie } from '~/signing-in.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Your e-mail address', args.data?.name)

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.code ?? ''
  const page = await ask(args, (api) => api.group.linkPage({ code }))
  if (page.state !== 'open' || args.context.viewer) throw redirect(`/join/${encodeURIComponent(code)}`)
  return { code, name: page.group.name }
}

export async function action(args: ActionFunctionArgs) {
  const { api, origin } = args.context
  const code = args.params.code ?? ''
  const page = await ask(args, () => api.group.linkPage({ code }))
  if (page.state !== 'open') throw redirect(`/join/${encodeURIComponent(code)}`)
  return attempt(args, async ({ shared, ...raw }) => {
    const { linkId } = page
    const { email } = await api.account.startSignUp({ email: raw.email, linkId })
    const state = { email, linkId, shared: shared === 'yes' }
    return redirect('/sign-in/code', { headers: { 'Set-Cookie': signingInCookie(state, origin) } })
  })
}

export default function You() {
  const { code, name } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Your e-mail address</h1>
      <p>We send you six digits to join {name}. Known here already? The group is added to you.</p>
      <PostForm result={result}>
        <Field
          name="email"
          label="Your e-mail address"
          hint="Use a personal address – you will lose the university one."
          type="email"
          autoComplete="email"
          inputMode="email"
        />
        <Checkbox
          name="shared"
          label="This is a shared computer"
          hint="You are signed out after half an hour without a click, and when the browser is closed."
        />
        <SubmitButton pending="Sending…">Send me a code</SubmitButton>
      </PostForm>
      <p>
        <Link to={`/join/${code}`}>Back to the group</Link>
      </p>
    </div>
  )
}
