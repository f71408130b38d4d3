import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'
import { Waits } from '~/pictures/waits.tsx'

export const meta: MetaFunction = (args) => pageTitle(args, 'Pairs you look after', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const [boards, waits] = await Promise.all([
    ask(args, (api) => api.coordination.mine()),
    ask(args, (api) => api.coordination.waits()),
  ])
  return { boards, waits }
}

export default function Boards() {
  const { boards, waits } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>Pairs you look after</h1>
      <PairsPromise />
      {boards.length === 0 ? (
        <NoBoards />
      ) : (
        <ul className="plain stack">
          {boards.map(({ id, kind, name, of }) => (
            <li key={id}>
              <Link to={`/coordination/${id}`}>{name}</Link>
              <div className="muted">
                {kind === 'school' ? 'Mentors that the school gave its new teachers' : (of ?? 'A programme')}
              </div>
            </li>
          ))}
        </ul>
      )}
      {waits ? (
        <Waits waits={waits} what="how long people who asked lately waited for a first answer" />
      ) : null}
    </div>
  )
}

function NoBoards() {
  return (
    <EmptyState
      title="The pairs of your programmes will be here"
      action={<Link to="/groups">Your training groups</Link>}
    >
      <p>
        Whoever leads a training group or looks after a school sees how its pairs stand: waiting, met, quiet
        or ended. Never a word of theirs.
      </p>
    </EmptyState>
  )
}
