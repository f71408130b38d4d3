import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { staffLine } from '~/moving/staff-line.server.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Report leaving')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return staffLine(args)
}

export async function action(args: ActionFunctionArgs) {
  const { ref, stintId = '' } = args.params
  return attempt(args, async (raw) => {
    await args.context.api.stint.reportLeaving({ stintId, lastDay: raw.lastDay })
    const text =
      'Reported. They are asked whether it is right; it counts when they say yes, or after 14 days.'
    return redirectWith(args, `/schools/${ref}/staff`, { text })
  })
}

export default function Leaving() {
  const { school, line } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{line.name} is leaving</h1>
      <p>
        Only the day, never a reason. {line.name} is asked whether it is right, and their own word counts
        first. From the day after, {school.name} no longer sees them here.
      </p>
      <PostForm result={result}>
        <DateInput name="lastDay" legend={`Their last day at ${school.name}`} />
        <SubmitButton>Report their last day</SubmitButton>
      </PostForm>
    </div>
  )
}
