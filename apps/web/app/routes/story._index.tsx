import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { signedIn } from '~/attempt.server.ts'
import { AsOf } from '~/components/as-of.tsx'
import { EmptyState } from '~/components/empty-state.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { askAsOf } from '~/past.server.ts'
import { usePastDay, usePastHref } from '~/past.ts'
import { Threads } from '~/pictures/threads.tsx'

export const meta: MetaFunction = (args) => pageTitle(args, 'My story')
export const handle = { hydrate: false }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = signedIn(args)
  const id = viewer?.id ?? ''
  const { answer, past } = await askAsOf(args, (api, asOf) => api.person.careerLine({ id, asOf }))
  return { id, name: viewer?.name ?? '', career: answer, past }
}

export default function Story() {
  const { id, name, career, past } = useLoaderData<typeof loader>()
  const add = (
    <Link className="btn" to="/story/add">
      Add a school or a course
    </Link>
  )
  return (
    <div className="stack-l">
      <AsOf past={past}>
        <h1>My story</h1>
        {past.on && career.items.length === 0 ? (
          <p>Nothing of your story had begun by then.</p>
        ) : career.items.length === 0 ? (
          <EmptyState title="Where you trained and taught will be here" action={add}>
            <p>For example: “Ashfield Academy, ECT, September 2025 to now”. Times in between need no word.</p>
          </EmptyState>
        ) : (
          <>
            <Line items={career.items} />
            {past.on ? null : <p>{add}</p>}
            <Threads
              rows={[{ id, name, spans: spansOf(career.items) }]}
              today={career.today}
              caption="Your time in training groups and schools, side by side."
            />
          </>
        )}
        {past.on ? null : (
          <p>
            <Link to="/moving">I’m moving school</Link> · <Link to="/settings/break">Taking a break</Link> ·{' '}
            <Link to="/settings/who-can-see">Who can see this</Link>
          </p>
        )}
      </AsOf>
    </div>
  )
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['career']['items'][number]

/** Oldest first, as a story is told. Nothing stands in the gaps. */
function Line({ items }: { items: readonly Item[] }) {
  return (
    <ol className="plain timeline">
      {items.map((item) => (
        <li key={item.id}>
          <Title {...item} /> {item.when === 'next' ? <Tag kind="info">To come</Tag> : null}
          {item.detail ? <div>{item.detail}</div> : null}
          <div className="muted">{daysOf(item)}</div>
        </li>
      ))}
    </ol>
  )
}

function Title({ kind, title, pageId, id, when }: Item) {
  const [on, past] = [usePastDay(), usePastHref()]
  if (kind === 'break') return <>{title}</>
  if (kind === 'group') return <Link to={past(`/groups/${pageId}`)}>{title}</Link>
  return (
    <>
      {pageId ? <Link to={past(`/schools/${pageId}`)}>{title}</Link> : title}{' '}
      {when === 'next' || on ? null : (
        <Link className="small" to={`/story/${id}`}>
          Correct<span className="visually-hidden"> your time at {title}</span>
        </Link>
      )}
    </>
  )
}

function daysOf({ startedOn, finishedOn, when }: Item) {
  const from = when === 'next' ? `From ${longDay(startedOn)}` : longDay(startedOn)
  return finishedOn ? `${from} to ${longDay(finishedOn)}` : when === 'next' ? from : `Since ${from}`
}

const spansOf = (items: readonly Item[]) =>
  items.flatMap(({ kind, title, startedOn, finishedOn }) =>
    kind === 'break' ? [] : [{ where: title, kind, from: startedOn, to: finishedOn }],
  )
