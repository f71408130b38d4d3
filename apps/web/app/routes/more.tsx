import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'More')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const [led, isReviewer, boards] = await Promise.all([
    ask(args, (api) => api.network.led()),
    ask(args, (api) => api.review.isMine()),
    ask(args, (api) => api.coordination.mine()),
  ])
  return { led, isReviewer, hasBoards: boards.length > 0 }
}

const PLACES = [
  ['/story', 'My story', 'Where you trained and taught, in order'],
  ['/groups', 'Groups', 'Your training groups, and starting one'],
  ['/notices', 'Notices', 'What happened among your people, and what they ask'],
  ['/people/invite', 'Invite somebody', 'Somebody you know who is not here yet'],
  ['/moving', 'I’m moving school', 'Leaving, starting, a break, or all at once'],
  ['/schools', 'Schools', 'Find a school, and who you know there'],
  ['/settings', 'Settings', 'Your name, your addresses, who can see what'],
  ['/settings/display', 'Display settings', 'Colours, size of the text, pictures or lists'],
] as const

export default function More() {
  const { led, isReviewer, hasBoards } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>More</h1>
      <ul className="plain stack">
        {led.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/schools/${id}/staff`}>The staff of {name}</Link>
            <div className="muted">Who is here today, who leaves, who joins</div>
          </li>
        ))}
        {hasBoards ? (
          <li>
            <Link to="/coordination">Pairs you look after</Link>
            <div className="muted">Who waits to meet, who has met, who has gone quiet</div>
          </li>
        ) : null}
        {isReviewer ? (
          <li>
            <Link to="/schools/review">The school list</Link>
            <div className="muted">What the register leaves open, and schools told of by name</div>
          </li>
        ) : null}
        {PLACES.map(([to, name, about]) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <div className="muted">{about}</div>
          </li>
        ))}
      </ul>
    </div>
  )
}
