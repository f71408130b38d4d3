import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { AboutMeFields } from '~/components/about-me-fields.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your profile', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.person.mine())
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    await args.context.api.person.edit(raw)
    return redirectWith(args, '/settings/profile', { text: 'Your profile is saved.' })
  })
}

export default function Profile() {
  const { values, choices } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Your profile</h1>
      <p>
        Fill in as much or as little as you like. <Link to="/settings/who-can-see">Who can see what</Link>{' '}
        decides who reads it; <Link to="/settings/names">your name</Link> has a page of its own.
      </p>
      <PostForm result={result}>
        <AboutMeFields values={values} choices={choices} />
        <Select
          name="region"
          label="Region"
          options={choices.region}
          defaultValue={values.region ?? ''}
          blank="Rather not say"
        />
        <Field name="pronouns" label="Pronouns" defaultValue={values.pronouns ?? ''} spellCheck={false} />
        <Field
          name="languages"
          label="Languages you speak"
          hint="With commas between them."
          defaultValue={values.languages.join(', ')}
        />
        <Field
          name="askMeAbout"
          label="Ask me about"
          hint="Such as “behaviour in Year 9, circuits, phonics”. Don’t name pupils."
          rows={3}
          defaultValue={values.askMeAbout ?? ''}
        />
        <Field
          name="helpWith"
          label="I’d like help with"
          hint="Don’t name pupils."
          rows={3}
          defaultValue={values.helpWith ?? ''}
        />
        <SubmitButton>Save your profile</SubmitButton>
      </PostForm>
    </div>
  )
}
