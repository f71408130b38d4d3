import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { Checkbox } from '~/components/checkbox.tsx'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { NATIONS, PHASES } from '~/course-words.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Make a training group')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  return attempt(args, async (raw) => {
    const { slug } = await args.context.api.group.create(raw as Course)
    return redirectWith(args, `/groups/${slug}/invite`, {
      text: 'Your training group is here. Now let people in.',
    })
  })
}

type Course = Parameters<ActionFunctionArgs['context']['api']['group']['create']>[0]

export default function NewGroup() {
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Make a training group</h1>
      <p>
        A training group is for good: it stays when the course is over, and so do its people. You will run it,
        and can let others run it with you.
      </p>
      <PostForm result={result}>
        <Field
          name="name"
          label="What people call the group"
          hint="Such as “Leeds PGCE Physics”. The years are added by themselves."
        />
        <Field
          name="provider"
          label="Who runs the course"
          hint="Such as “University of Leeds” or “Leeds SCITT”."
        />
        <DateInput name="startedOn" legend="First day of the course" hint="For example 2 9 2026" />
        <DateInput name="finishedOn" legend="Last day of the course" hint="For example 25 6 2027" />
        <Checkbox name="iTrainHere" label="I train, or trained, in this group myself" />
        <details>
          <summary>More about the course, if you like</summary>
          <div className="stack">
            <Field name="route" label="Route" hint="Such as PGCE, School Direct, apprenticeship." />
            <Field name="subject" label="Subject" />
            <Select name="phase" label="Phase" options={PHASES} blank="Not said" />
            <Select name="nation" label="Nation" options={NATIONS} blank="Not said" />
          </div>
        </details>
        <SubmitButton pending="Making…">Make the group</SubmitButton>
      </PostForm>
    </div>
  )
}
