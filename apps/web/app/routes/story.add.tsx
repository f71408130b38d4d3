import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SchoolPicker } from '~/components/school-picker.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { stintAnswers } from '~/moving/answers.server.ts'
import { StintFields } from '~/moving/stint-fields.tsx'
import { UnlistedSchool } from '~/moving/unlisted-school.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Add to my story')

export async function loader(args: LoaderFunctionArgs) {
  return { id: signedIn(args).id }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw, { aside }) => {
    const { api } = args.context
    await api.stint.add(await stintAnswers(api, raw, aside))
    return redirectWith(args, '/story', { text: 'Added to your story.' })
  })
}

export default function Add() {
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Add a school to my story</h1>
      <p>
        A placement, a post, supply: whatever you like to keep. Several schools at once are ordinary, and so
        are times in between. If you are changing school now, <Link to="/moving">say that you’re moving</Link>{' '}
        instead.
      </p>
      <PostForm result={result}>
        <SchoolPicker name="school" label="School" result={result} />
        <UnlistedSchool result={result} />
        <StintFields />
        <SubmitButton>Add to my story</SubmitButton>
      </PostForm>
      <p>
        For a course, join its training group: <Link to="/groups">your training groups</Link>.
      </p>
    </div>
  )
}
