import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { Avatar } from '~/components/avatar.tsx'
import { ProfileCard } from '~/components/profile.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.person.name ?? 'Page not found')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const id = args.params.id ?? ''
  const [person, profile] = await Promise.all([
    ask(args, (api) => api.network.person({ id })),
    ask(args, (api) => api.person.profile({ id })),
  ])
  return { person, profile }
}

export default function Person() {
  const { person, profile } = useLoaderData<typeof loader>()
  return (
    <div className="stack-l">
      <header className="person">
        <Avatar name={person.name} />
        <h1>{person.name}</h1>
      </header>
      <How person={person} />
      <ProfileCard profile={profile} />
      <History person={person} />
      {person.isMe ? null : <Actions person={person} />}
    </div>
  )
}

type Shown = Awaited<ReturnType<typeof loader>>['person']

function How({ person }: { person: Shown }) {
  return (
    <section className="stack">
      {person.isMe ? null : (
        <>
          <h2>How you know each other</h2>
          <ul>
            {person.reasons.map(({ text, kind, startedOn, contextId }) => (
              <li key={`${kind} ${contextId} ${startedOn}`}>
                {text.charAt(0).toUpperCase() + text.slice(1)}
              </li>
            ))}
            {person.because.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function History({ person }: { person: Shown }) {
  if (person.timeline.length === 0) return null
  return (
    <section className="stack">
      <h2>What you have shared</h2>
      <ol className="plain timeline">
        {person.timeline.map(({ on, text }) => (
          <li key={`${on} ${text}`}>
            <time dateTime={on}>{longDay(on)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Actions({ person }: { person: Shown }) {
  return (
    <section className="stack">
      <h2>What you can do</h2>
      <ul>
        <li>
          <Link to={`/people/${person.id}/connect`}>Say that you know each other</Link>
        </li>
        <li>
          <Link to={`/people/${person.id}/keep`}>Pin or hide {person.name} on your own page</Link>
        </li>
        <li>
          <Link to={`/people/${person.id}/block`}>Block {person.name}</Link>
        </li>
      </ul>
    </section>
  )
}
