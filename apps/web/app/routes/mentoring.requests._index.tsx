import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { RequestList } from '~/mentoring/request-line.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Requests to you', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.request.toMe())
}

export default function Requests() {
  const { toAnswer, still, onTheList, over } = useLoaderData<typeof loader>()
  const isEmpty = toAnswer.length + still.length + onTheList.length === 0
  return (
    <div className="stack-l">
      <div className="stack">
        <h1>Requests to you</h1>
        <MentoringPromise />
      </div>
      {isEmpty ? (
        <EmptyState
          title="Nobody waits for you"
          action={<Link to="/mentoring/offer">See what you offer</Link>}
        >
          When somebody would like you as a mentor, it stands here, with the day by which they hope for an
          answer.
        </EmptyState>
      ) : null}
      <RequestList title="Waiting for an answer" lines={toAnswer} />
      <RequestList
        title="You may still say yes"
        lines={still}
        hint="These have moved on to somebody else, who has not said yes so far."
      />
      <RequestList
        title="On the open list"
        lines={onTheList}
        hint="They fit what you offer, and nobody has said yes yet. You need not answer."
      />
      <RequestList title="In the last month" lines={over} />
      <p>
        <Link to="/mentoring">Back to mentoring</Link>
      </p>
    </div>
  )
}
