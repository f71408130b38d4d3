import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { PeopleSection } from '~/components/people-section.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { pageTitle } from '~/page-title.ts'
import { Network } from '~/pictures/network.tsx'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your people')

export async function loader(args: LoaderFunctionArgs) {
  const { name } = signedIn(args)
  const asked = new URL(args.request.url).searchParams
  const query = {
    how: asked.get('how') || undefined,
    q: asked.get('q') || undefined,
    page: asked.get('page') || undefined,
    hidden: asked.has('hidden') ? true : undefined,
  }
  const { drawn, folded, ...people } = await ask(args, (api) => api.network.people(query))
  return { you: name, query, people, picture: picture(drawn, folded) }
}

type Answer = Awaited<ReturnType<LoaderFunctionArgs['context']['api']['network']['people']>>

function picture(drawn: Answer['drawn'], folded: Answer['folded']) {
  return {
    people: drawn.map(({ from, ...person }) => ({
      ...person,
      from: from ?? undefined,
      href: `/people/${person.id}`,
    })),
    folded: folded.map(({ from, ...fold }) => ({ ...fold, from: from ?? undefined })),
  }
}

export default function People() {
  const { you, query, people, picture } = useLoaderData<typeof loader>()
  const isAll = !query.how && !query.q && !query.hidden
  if (people.total === 0 && people.hiddenTotal === 0 && isAll) return <Nobody />
  return (
    <div className="stack">
      <h1>{query.hidden ? 'People you hid' : 'Your people'}</h1>
      <p>{summary(people.total, query.q)}</p>
      <PostForm method="get" className="search">
        <Field name="q" label="Find somebody you know" type="search" defaultValue={query.q} />
        <SubmitButton>Find</SubmitButton>
      </PostForm>
      {isAll ? null : (
        <p>
          <Link to="/people">Show everyone</Link>
        </p>
      )}
      <div className="cols">
        <div className="stack-l">
          {people.sections.map((section) => (
            <PeopleSection key={section.how} section={section} isWhole={Boolean(query.how)} />
          ))}
        </div>
        {isAll ? <Network you={you} {...picture} /> : null}
      </div>
      {people.hiddenTotal > 0 && !query.hidden ? (
        <p>
          <Link to="/people?hidden=1">People you hid from this page ({people.hiddenTotal})</Link>
        </p>
      ) : null}
    </div>
  )
}

function summary(total: number, q: string | undefined) {
  const count = total === 1 ? 'one person' : `${total} people`
  if (q)
    return total === 0
      ? `Nobody you know is called “${q}”. Check the spelling, or show everyone.`
      : `“${q}”: ${count}.`
  return `You are tied to ${count}. Each stays, wherever you or they work.`
}

function Nobody() {
  return (
    <div className="stack">
      <h1>Your people</h1>
      <EmptyState
        title="The people you train and work with will be here"
        action={
          <Link className="btn" to="/groups">
            Find your training group
          </Link>
        }
      >
        <p>For example: “Zoë, trained together, Leeds PGCE Physics, 2024 to 2025, now at St Hild’s”.</p>
      </EmptyState>
    </div>
  )
}
