import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { Checkbox } from '~/components/checkbox.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your name', 'Settings')

export async function loader(args: LoaderFunctionArgs) {
  const { name } = signedIn(args)
  const names = await ask(args, (api) => api.person.names())
  return { name, earlier: names.filter(({ isCurrent }) => !isCurrent) }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw, { aside }) => {
    const { person } = args.context.api
    if (aside.hide) {
      await person.hidePrevious({ hidden: aside.hide === 'yes' })
      const text =
        aside.hide === 'yes' ? 'Your earlier names are hidden.' : 'Your earlier names find you again.'
      return redirectWith(args, '/settings/names', { text })
    }
    const { name } = await person.rename(raw as Parameters<typeof person.rename>[0])
    return redirectWith(args, '/settings/names', { text: `You are ${name} everywhere now.` })
  })
}

export default function Names() {
  const { name, earlier } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>Your name</h1>
        <p>A change shows everywhere at once. The people you know stay the people you know.</p>
        <PostForm result={result}>
          <Field
            name="name"
            label="Name"
            hint="As you like to be called, in any alphabet. One word is fine."
            defaultValue={name}
            autoComplete="name"
            spellCheck={false}
          />
          <Checkbox
            name="hidePrevious"
            label="Keep my earlier names to myself"
            hint="Nobody sees them, and searching for them does not find you."
          />
          <SubmitButton>Save your name</SubmitButton>
        </PostForm>
      </div>
      {earlier.length > 0 ? <Earlier names={earlier} /> : null}
    </div>
  )
}

type Name = { id: string; name: string; startedOn: string; finishedOn: string | null; isHidden: boolean }

function Earlier({ names }: { names: readonly Name[] }) {
  const areHidden = names.every(({ isHidden }) => isHidden)
  return (
    <section className="stack" aria-labelledby="earlier">
      <h2 id="earlier">Earlier names</h2>
      <p>Only you can read this list.</p>
      <ul className="plain stack">
        {names.map(({ id, name, finishedOn, isHidden }) => (
          <li key={id}>
            {name} {finishedOn ? <span className="muted">until {longDay(finishedOn)}</span> : null}{' '}
            {isHidden ? <Tag>Hidden</Tag> : null}
          </li>
        ))}
      </ul>
      <PostForm>
        <SubmitButton kind="quiet" name="_hide" value={areHidden ? 'no' : 'yes'}>
          {areHidden ? 'Let people find me by them again' : 'Hide all of them'}
        </SubmitButton>
      </PostForm>
    </section>
  )
}
