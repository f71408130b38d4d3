import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { signedIn } from '~/attempt.server.ts'
import { AsOf } from '~/components/as-of.tsx'
import { EmptyState } from '~/components/empty-state.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { PeopleSection } from '~/components/people-section.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { askAsOf } from '~/past.server.ts'
import { hrefOn } from '~/past.ts'
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
  const { answer, past } = await askAsOf(args, (api, asOf) => api.network.people({ ...query, asOf }))
  const { drawn, folded, ...people } = answer
  return { you: name, query, people, past, picture: picture(drawn, folded, past.on) }
}

type Answer = Awaited<ReturnType<LoaderFunctionArgs['context']['api']['network']['people']>>

function picture(drawn: Answer['drawn'], folded: Answer['folded'], on: string | null) {
  return {
    people: drawn.map(({ from, ...person }) => ({
      ...person,
      from: from ?? undefined,
      href: hrefOn(`/people/${person.id}`, on),
    })),
    folded: folded.map(({ from, ...fold }) => ({ ...fold, from: from ?? undefined })),
  }
}

export default function People() {
  const { you, query, people, past, picture } = useLoaderData<typeof loader>()
  const isAll = !query.how && !query.q && !query.hidden
  if (people.total === 0 && people.hiddenTotal === 0 && isAll && !past.on && !past.result) return <Nobody />
  return (
    <div className="stack">
      <AsOf past={past}>
        <h1>{query.hidden ? 'People you hid' : 'Your people'}</h1>
        <p>{summary(people.total, query.q, past.on)}</p>
        <PostForm method="get" className="search">
          {past.on ? <input type="hidden" name="on" value={past.on} /> : null}
          <Field name="q" label="Find somebody you know" type="search" defaultValue={query.q} />
          <SubmitButton>Find</SubmitButton>
        </PostForm>
        {isAll ? null : (
          <p>
            <Link to={hrefOn('/people', past.on)}>Show everyone</Link>
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
            <Link to={hrefOn('/people?hidden=1', past.on)}>
              People you hid from this page ({people.hiddenTotal})
            </Link>
          </p>
        ) : null}
      </AsOf>
    </div>
  )
}

function summary(total: number, q: string | undefined, on: string | null) {
  const count = total === 1 ? 'one person' : `${total} people`
  if (q)
    return total === 0
      ? `Nobody you know is called “${q}”. Check the spelling, or show everyone.`
      : `“${q}”: ${count}.`
  if (on) return total === 0 ? 'You were tied to nobody yet.' : `By ${longDay(on)} you were tied to ${count}.`
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
