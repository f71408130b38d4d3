import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { PATTERNS, rolesIn } from '~/moving/words.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Somebody is joining')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { school } = await ask(args, (api) => api.stint.staff({ ref: args.params.ref ?? '' }))
  return school
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    const { stint } = args.context.api
    const { school } = await stint.staff({ ref: args.params.ref ?? '' })
    await stint.reportJoining({ ...raw, schoolId: school.id } as Parameters<typeof stint.reportJoining>[0])
    const text =
      'We have written to that address. If they are a member, they join your list once they say yes, or after 14 days.'
    return redirectWith(args, `/schools/${school.id}/staff`, { text })
  })
}

export default function Joining() {
  const school = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Somebody is joining {school.name}</h1>
      <p>
        They are asked whether it is right. If they told us themselves, you find them in your list from their
        first day, to confirm.
      </p>
      <PostForm result={result}>
        <Field
          name="email"
          label="Their e-mail address"
          hint="Exactly the one they use. We never say whether somebody has it."
          type="email"
          autoComplete="off"
        />
        <DateInput name="startsOn" legend="Their first day" />
        <Select name="role" label="Role" options={rolesIn(school.nation)} blank="Not sure yet" />
        <Select name="pattern" label="Pattern" options={PATTERNS} blank="Not sure yet" />
        <SubmitButton>Report that they join</SubmitButton>
      </PostForm>
    </div>
  )
}
