import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, notFound, redirectWith, signedIn } from '~/attempt.server.ts'
import { DateInput } from '~/components/date-input.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, 'Your first day', args.data?.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug, name, years, mine } = await ask(args, (api) =>
    api.group.page({ slug: args.params.slug ?? '' }),
  )
  if (!mine[0]) throw notFound()
  return { slug, name, years, startedOn: mine[0].startedOn }
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  return attempt(args, async ({ startedOn }) => {
    await args.context.api.group.changeStart({ slug, startedOn })
    return redirectWith(args, `/groups/${slug}`, { text: 'Your first day is put right.' })
  })
}

export default function FirstDay() {
  const { slug, name, years, startedOn } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>
        Your first day in {name}, {years}
      </h1>
      <p>
        You are tied to everybody whose time here overlaps yours. Did you start later than the course did?
      </p>
      <PostForm result={result}>
        <DateInput name="startedOn" legend="Your first day" defaultValue={startedOn} />
        <div className="row">
          <SubmitButton>Save</SubmitButton>
          <Link to={`/groups/${slug}`}>Cancel</Link>
        </div>
      </PostForm>
    </div>
  )
}
