import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Give another mentor', args.data?.programme.name ?? 'Programme')

const refOf = ({ id = '', no, menteeId = '' }: Record<string, string | undefined>) => ({
  ...{ programmeId: id, no: Number(no), menteeId },
})

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.programme.pair(refOf(args.params)))
}

export async function action(args: ActionFunctionArgs) {
  const ref = refOf(args.params)
  return attempt(args, async (raw) => {
    const { programme } = args.context.api
    await programme.override({ ...(raw as { mentorId: string; reason: string }), ...ref })
    const text = 'Changed by hand. The run keeps why.'
    return redirectWith(args, `/programmes/${ref.programmeId}/runs/${ref.no}`, { text })
  })
}

export default function GiveAnother() {
  const { programme, no, line, mentors } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const options = mentors.map(({ personId, name }) => ({ value: personId, label: name }))
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Another mentor for {line.mentee}</h1>
      <PairsPromise />
      <p>
        {line.mentor ? `The run gave them ${line.mentor}.` : 'The run found nobody for them.'} On the list are
        mentors with a place left in this run whom the rules and both people allow.
      </p>
      <PostForm result={result}>
        <Select
          name="mentorId"
          label="Mentor"
          options={[...options, { value: 'none', label: 'Nobody' }]}
          blank="Choose"
        />
        <Field
          name="reason"
          label="Why"
          hint="The run keeps it, for whoever runs this with you. Never wishes."
        />
        <SubmitButton>Change it by hand</SubmitButton>
      </PostForm>
      <p>
        <Link to={`/programmes/${programme.id}/runs/${no}`}>Back to run {no}</Link>
      </p>
    </div>
  )
}
