import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { Select } from '~/components/select.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Here twice?', args.data?.group.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug = '', personId = '' } = args.params
  return ask(args, async (api) => {
    const { group, name } = await api.group.member({ slug, personId })
    const all = await everybody(api, slug)
    return { group, name, personId, others: all.filter(({ id }) => id !== personId) }
  })
}

/** Everybody in the group, by name, page after page. */
async function everybody(api: ActionFunctionArgs['context']['api'], slug: string) {
  const found: { id: string; name: string }[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const listed = await api.group.members({ slug, page })
    found.push(...listed.people.map(({ id, name }) => ({ id, name })))
    pages = listed.pages
  }
  return found
}

export async function action(args: ActionFunctionArgs) {
  const { slug = '', personId = '' } = args.params
  return attempt(args, async (raw) => {
    await args.context.api.merge.askTwo({ ...raw, slug, personId } as never)
    const text = 'Both have been asked. If both say yes, they become one by themselves.'
    return redirectWith(args, `/groups/${slug}/members`, { text })
  })
}

export default function HereTwice() {
  const { group, name, personId, others } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Is {name} here twice?</h1>
      <p>
        Choose the other record. Each of the two is asked by themselves whether they are one person. If both
        say yes, their records become one. You are not told what they answer.
      </p>
      <PostForm result={result}>
        <Select
          name="otherId"
          label="The other record"
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          blank="Choose a member"
        />
        <SubmitButton pending="Asking…">Ask both</SubmitButton>
      </PostForm>
      <p>
        <Link to={`/groups/${group.slug}/members/${personId}`}>Cancel</Link>
      </p>
    </div>
  )
}
