import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { AboutMeFields } from '~/components/about-me-fields.tsx'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { safeNext } from '~/safe-next.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Getting set up')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.person.mine())
}

export async function action(args: ActionFunctionArgs) {
  const next = safeNext(new URL(args.request.url).searchParams.get('next'))
  return attempt(args, async (raw, { aside }) => {
    const isSkipped = aside.skip === 'yes'
    await args.context.api.person.setUp(isSkipped ? {} : raw)
    return isSkipped
      ? redirect(next)
      : redirectWith(args, next, { text: 'Saved. You can change all of it in Settings.' })
  })
}

export default function Start() {
  const { name, values, choices, currentSchool, twoHops } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Two minutes to get set up</h1>
      <p>
        Every question can be left out. Your account is yours for life: no school or course can read or delete
        it.
      </p>
      <PostForm result={result}>
        <Field
          name="name"
          label="Your name"
          hint="As you like to be called. One word is fine."
          defaultValue={name}
          autoComplete="name"
          spellCheck={false}
        />
        <AboutMeFields values={values} choices={choices} />
        <ChoiceGroup
          name="currentSchool"
          legend="Who may see where you teach now?"
          choices={SCHOOL_SEEN_BY}
          defaultValue={currentSchool}
        />
        <ChoiceGroup
          name="twoHops"
          legend="May people who know people you know find you at your school?"
          hint="It helps somebody who is about to start there and knows nobody yet."
          choices={YES_NO}
          defaultValue={twoHops}
        />
        <div className="row">
          <SubmitButton>Save and carry on</SubmitButton>
          <SubmitButton kind="quiet" name="_skip" value="yes" pending="One moment…">
            Skip for now
          </SubmitButton>
        </div>
      </PostForm>
    </div>
  )
}

const SCHOOL_SEEN_BY = [
  {
    value: 'ties',
    label: 'People I know',
    hint: 'Those you trained with, your mentors, and people who both said so',
  },
  { value: 'groups', label: 'My training groups too' },
  { value: 'only_me', label: 'Only me' },
]
const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
