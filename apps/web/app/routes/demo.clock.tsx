import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Move the date', 'Demo')

export async function loader(args: LoaderFunctionArgs) {
  return ask(args, (api) => api.demo.clock())
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    const { days } = await args.context.api.demo.setClock({ days: raw.days as never })
    return redirectWith(args, '/demo/clock', {
      text: days === 0 ? 'The date is the real one again.' : 'The date has moved.',
    })
  })
}

export default function Clock() {
  const { days, today } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Move the date</h1>
      <p>
        In the demo it is {longDay(today)}
        {days === 0
          ? ', the real day.'
          : `, ${Math.abs(days)} days ${days > 0 ? 'ahead of' : 'behind'} the real day.`}
      </p>
      <PostForm result={result}>
        <Field
          name="days"
          label="Days ahead of the real day"
          hint="For example 30. Use 0 to go back to the real day."
          inputMode="numeric"
          defaultValue={String(days)}
        />
        <SubmitButton>Move the date</SubmitButton>
      </PostForm>
    </div>
  )
}
