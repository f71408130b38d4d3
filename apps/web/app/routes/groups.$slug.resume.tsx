import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, 'Carry on', args.data?.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug, name, years } = await ask(args, (api) => api.group.page({ slug: args.params.slug ?? '' }))
  return { slug, name, years }
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  return attempt(args, async ({ startedOn }) => {
    await args.context.api.group.resume({ slug, startedOn })
    return redirectWith(args, `/groups/${slug}`, { text: 'Welcome back.' })
  })
}

export default function Resume() {
  const { slug, name, years } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>
        Carry on in {name}, {years}
      </h1>
      <p>
        Carrying on with another group? Use that group’s link instead: it asks whether you are coming back.
      </p>
      <PostForm result={result}>
        <DateInput name="startedOn" legend="First day back" hint="For example 6 1 2027" />
        <div className="row">
          <SubmitButton>Carry on</SubmitButton>
          <Link to={`/groups/${slug}`}>Cancel</Link>
        </div>
      </PostForm>
    </div>
  )
}
