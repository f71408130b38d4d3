import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction } from '@remix-run/react'
import { signedIn } from '~/attempt.server.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Settings')
export const handle = { hydrate: false }

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return null
}

const PLACES = [
  ['/settings/profile', 'Your profile', 'Stage, subjects, what people can ask you about'],
  ['/settings/who-can-see', 'Who can see what', 'For each thing about you, and your page as others see it'],
  ['/settings/names', 'Your name', 'Change it everywhere at once; keep an earlier one to yourself'],
  ['/settings/sign-in', 'Signing in', 'Your addresses, a password, where you are signed in'],
  ['/settings/same-person', 'Is this you too?', 'Two records of yours can be one; nothing is lost'],
  ['/settings/break', 'Taking a break', 'Away for a while: nothing closes, nobody asks why'],
  ['/settings/blocks', 'People you blocked', 'Whom you keep out, and letting them back in'],
  ['/settings/notices', 'Letters and quiet hours', 'How soon each kind of e-mail comes, and when none does'],
  ['/settings/display', 'Display', 'Colours, size of the text, pictures or lists'],
] as const

export default function Settings() {
  return (
    <div className="stack">
      <h1>Settings</h1>
      <ul className="plain stack">
        {PLACES.map(([to, name, about]) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <div className="muted">{about}</div>
          </li>
        ))}
      </ul>
    </div>
  )
}
