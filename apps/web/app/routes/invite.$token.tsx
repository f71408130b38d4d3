import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { signingInCookie } from '~/signing-in.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your invitation')

/** Looking changes nothing: a mail scanner may open the link as often as it likes. */
export async function loader(args: LoaderFunctionArgs) {
  const token = args.params.token ?? ''
  return ask(args, (api) => api.account.invitation({ token }))
}

export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? ''
  const { api, origin } = args.context
  return attempt(args, async () => {
    const { isMine } = await api.account.invitation({ token })
    if (!isMine) {
      const { sentTo } = await api.account.startInvitation({ token })
      const headers = { 'Set-Cookie': signingInCookie({ email: sentTo, token }, origin) }
      return redirect('/sign-in/code', { headers })
    }
    const { joined } = await api.account.acceptInvitation({ token })
    return redirectWith(args, joined ? `/groups/${joined.slug}` : '/notices', {
      text: 'You’ve accepted the invitation.',
    })
  })
}

export default function Invitation() {
  const { from, group, sentence, sentTo, isMine, over } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  if (over) return <Over why={over} />
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>
        {from ? `${from} invited you` : 'You are invited'} to {group ?? 'Wirearchy'}
      </h1>
      {sentence ? <blockquote>{sentence}</blockquote> : null}
      <p>
        Wirearchy keeps teachers tied to the people they trained with, wherever they teach. It is yours, not
        your school’s, and you say who sees what.
      </p>
      {group ? <p>If you accept, the people of {group} see your name, and you theirs.</p> : null}
      {from && !group ? (
        <p>If you accept, you are asked whether you two know each other. Say yes, or no, or nothing.</p>
      ) : null}
      {isMine ? null : <p>We send six digits to {sentTo}, to be sure that it is you.</p>}
      <PostForm result={result}>
        <SubmitButton pending={isMine ? 'Accepting…' : 'Sending…'}>Accept the invitation</SubmitButton>
      </PostForm>
      <p>If you do not want it, close this page: it runs out by itself, and then we forget your address.</p>
    </div>
  )
}

function Over({ why }: { why: string }) {
  return (
    <div className="stack">
      <h1>This invitation is over</h1>
      <p>{why}</p>
      <p>
        <Link to="/sign-in">Sign in</Link> if you are a member already.
      </p>
    </div>
  )
}
