import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, 'Stop or leave', args.data?.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug, name, years, today } = await ask(args, (api) =>
    api.group.page({ slug: args.params.slug ?? '' }),
  )
  return { slug, name, years, today }
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  const { group } = args.context.api
  return attempt(args, async ({ lastDay }, { aside }) => {
    const isForNow = aside.how === 'defer'
    await (isForNow ? group.defer({ slug, lastDay }) : group.leave({ slug, lastDay }))
    const text = isForNow
      ? 'You have stopped for now. Your people stay yours.'
      : 'You have left. Your people stay yours.'
    return redirectWith(args, '/groups', { text })
  })
}

const HOW = [
  {
    value: 'defer',
    label: 'I’m stopping for now',
    hint: 'You can carry on later, here or with the next group.',
  },
  { value: 'leave', label: 'I’m leaving' },
]

export default function Leave() {
  const { slug, name, years, today } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>
        Stop or leave {name}, {years}
      </h1>
      <p>
        The people you trained with until your last day stay tied to you. Nobody is asked why, and nobody is
        told.
      </p>
      <PostForm result={result}>
        <ChoiceGroup name="_how" legend="What is happening?" choices={HOW} defaultValue="defer" />
        <DateInput name="lastDay" legend="Your last day" defaultValue={today} />
        <div className="row">
          <SubmitButton>Save</SubmitButton>
          <Link to={`/groups/${slug}`}>Cancel</Link>
        </div>
      </PostForm>
    </div>
  )
}
