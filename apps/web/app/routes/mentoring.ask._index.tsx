import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { formRaw } from '~/form-raw.ts'
import { questionChoices } from '~/mentoring/ask-answers.server.ts'
import { Questions } from '~/mentoring/ask-questions.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Ask for a mentor', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return { choices: await ask(args, (api) => questionChoices(api)) }
}

/** "Change my answers": shows the questions as they were answered. Nothing is written. */
export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const { values } = formRaw(await args.request.formData())
  return data({ values, errors: {} })
}

export default function Ask() {
  const { choices } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>Ask for a mentor</h1>
      <p>
        Three questions, then you see who could help and why. Nothing is sent before you choose whom to ask.
      </p>
      <MentoringPromise />
      <Questions result={result} choices={choices} />
      <p>
        <Link to="/mentoring">Back to mentoring</Link>
      </p>
    </div>
  )
}
