import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { VIEWS } from '~/view-levels.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Who can see what', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return { fields: await ask(args, (api) => api.person.audiences()) }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    await args.context.api.person.setAudience(raw)
    return redirectWith(args, '/settings/who-can-see', { text: 'Saved. It holds from now, everywhere.' })
  })
}

export default function WhoCanSee() {
  const { fields } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>Who can see what</h1>
        <p>
          Your name goes with your sight: whoever can see you reads it. Nobody is ever shown your e-mail
          address or when you were last here. The rest is up to you.
        </p>
      </div>
      <section className="stack" aria-labelledby="see-as">
        <h2 id="see-as">See your page as</h2>
        <ul className="plain row">
          {VIEWS.map(({ level, label }) => (
            <li key={level}>
              <Link to={`/settings/view-as/${level}`}>{label}</Link>
            </li>
          ))}
        </ul>
      </section>
      <PostForm result={result}>
        {fields.map(({ field, label, hint, level, choices }) => (
          <Select key={field} name={field} label={label} hint={hint} options={choices} defaultValue={level} />
        ))}
        <SubmitButton>Save who can see what</SubmitButton>
      </PostForm>
    </div>
  )
}
