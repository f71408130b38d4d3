import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { staffLine } from '~/moving/staff-line.server.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Give a mentor')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return staffLine(args)
}

export async function action(args: ActionFunctionArgs) {
  const { ref, stintId: menteeStintId = '' } = args.params
  return attempt(args, async (raw) => {
    const { stint } = args.context.api
    await stint.startMentorship({ ...raw, menteeStintId } as Parameters<typeof stint.startMentorship>[0])
    return redirectWith(args, `/schools/${ref}/staff`, {
      text: 'They are mentor and mentee. Both have a notice.',
    })
  })
}

export default function Mentor() {
  const { line, lines } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const others = lines.filter(({ personId }) => personId !== line.personId)
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>A mentor for {line.name}</h1>
      <PostForm result={result}>
        <Select
          name="mentorStintId"
          label="Mentor"
          blank="Choose somebody here"
          options={others.map(({ stintId, name }) => ({ value: stintId, label: name }))}
        />
        <DateInput name="startsOn" legend="From" />
        <SubmitButton>Put them together</SubmitButton>
      </PostForm>
    </div>
  )
}
