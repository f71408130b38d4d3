import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/react'
import { ask, redirectWith } from '~/attempt.server.ts'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Sign out')

export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.viewer) throw redirect('/')
  return null
}

export async function action(args: ActionFunctionArgs) {
  if (args.context.viewer) await ask(args, (api) => api.account.signOut({}))
  return redirectWith(args, '/', { text: 'You are signed out.' })
}

export default function SignOut() {
  return (
    <div className="stack">
      <h1>Sign out</h1>
      <PostForm>
        <SubmitButton pending="Signing out…">Sign out of this browser</SubmitButton>
      </PostForm>
    </div>
  )
}
