import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/react'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { displayCookie, pickDisplay } from '~/display.ts'
import { flashCookie } from '~/flash.ts'
import { pageTitle } from '~/page-title.ts'
import { useShell } from '~/shell.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Display settings')

export async function action({ request, context }: ActionFunctionArgs) {
  const headers = new Headers()
  headers.append('Set-Cookie', displayCookie(pickDisplay(await request.formData())))
  headers.append('Set-Cookie', flashCookie({ text: 'Saved on this device.' }, context.origin))
  return redirect('/settings/display', { headers })
}

export default function DisplaySettings() {
  const { display } = useShell()
  return (
    <div className="stack">
      <h1>Display settings</h1>
      <p>These stay on this device, also when you are signed out.</p>
      <PostForm>
        <ChoiceGroup name="theme" legend="Colours" choices={THEMES} defaultValue={display.theme} />
        <ChoiceGroup name="text" legend="Size of the text" choices={TEXTS} defaultValue={display.text} />
        <ChoiceGroup
          name="spacing"
          legend="Space around the text"
          choices={SPACINGS}
          defaultValue={display.spacing}
        />
        <ChoiceGroup name="pictures" legend="Pictures" choices={PICTURES} defaultValue={display.pictures} />
        <SubmitButton>Save display settings</SubmitButton>
      </PostForm>
    </div>
  )
}

const THEMES = [
  { value: 'device', label: 'As my device has them' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const TEXTS = [
  { value: 'normal', label: 'Normal' },
  { value: 'large', label: 'Large' },
]
const SPACINGS = [
  { value: 'normal', label: 'Normal' },
  { value: 'wide', label: 'Wide' },
]
const PICTURES = [
  { value: 'on', label: 'Pictures, each with a list' },
  { value: 'lists', label: 'Lists only' },
]
