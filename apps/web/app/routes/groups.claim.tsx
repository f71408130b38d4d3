import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Take your place')

export async function loader(args: LoaderFunctionArgs) {
  return { name: signedIn(args).name }
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  return attempt(args, async ({ number, name }) => {
    const { slug } = await args.context.api.seat.claim({ number, name })
    return redirectWith(args, `/groups/${slug}`, { text: 'You’re in. These are the people you train with.' })
  })
}

export default function Claim() {
  const { name } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Take your place</h1>
      <p>
        Your course may have kept a place for you. One kept for an e-mail address of yours shows by itself on
        your training groups’ page. If it is kept under a number, enter both of these.
      </p>
      <PostForm result={result}>
        <Field
          name="number"
          label="Your TRN or trainee ID"
          hint="A TRN has seven digits."
          autoComplete="off"
        />
        <Field
          name="name"
          label="The name your course knows you by"
          defaultValue={name}
          autoComplete="name"
          spellCheck={false}
        />
        <SubmitButton pending="Looking…">Take my place</SubmitButton>
      </PostForm>
    </div>
  )
}
