import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { EmptyState } from '~/components/empty-state.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Who do you actually know?', args.data?.group.name)

const MOST_AT_ONCE = 20

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, async (api) => {
    const { group, people } = await api.group.members({ slug: args.params.slug ?? '' })
    const { toAnswer, waiting, connections } = await api.connection.list()
    const settled = new Set([...toAnswer, ...waiting, ...connections].map(({ personId }) => personId))
    return { group, people: people.filter(({ id, isMe }) => !isMe && !settled.has(id)) }
  })
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const { api } = args.context
  const slug = args.params.slug ?? ''
  return attempt(args, async ({ people = [] }) => {
    const { group } = await api.group.members({ slug })
    const asked: string[] = people.slice(0, MOST_AT_ONCE)
    const sentence = `We train together: ${group.name}, ${group.years}.`
    for (const personId of asked) await api.connection.ask({ personId, sentence })
    const text =
      asked.length === 1
        ? 'They are asked if they would say so, too.'
        : 'Each is asked if they would say so, too.'
    return redirectWith(args, `/groups/${slug}`, {
      text: asked.length > 0 ? text : 'Nobody is asked. You can come back to this.',
    })
  })
}

export default function Who() {
  const { group, people } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const home = `/groups/${group.slug}`
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Who do you actually know?</h1>
      <p>
        You are tied to everybody in {group.name} anyway. Tick those you would greet in a corridor: each gets
        one short question, yes or no, and a no is silent.
      </p>
      {people.length === 0 ? (
        <EmptyState title="Nobody new to ask" action={<Link to={home}>Back to the group</Link>}>
          <p>As more people join, they will be here.</p>
        </EmptyState>
      ) : (
        <PostForm result={result}>
          <ChoiceGroup
            name="people"
            legend="People in this group"
            hint={`Up to ${MOST_AT_ONCE} at a time.`}
            multiple
            choices={people.map(({ id, name, subjects }) => ({
              value: id,
              label: name,
              hint: subjects.length > 0 ? `Teaches ${subjects.join(', ')}` : undefined,
            }))}
          />
          <div className="row">
            <SubmitButton pending="Asking…">Ask them</SubmitButton>
            <Link to={home}>Not now</Link>
          </div>
        </PostForm>
      )}
    </div>
  )
}
