import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { AnswerRequest } from '~/components/answer-request.tsx'
import { EmptyState } from '~/components/empty-state.tsx'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PersonCard } from '~/components/person-card.tsx'
import { ukDay } from '~/dates.ts'
import { News } from '~/notices/news.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Notices')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const asked = new URL(args.request.url).searchParams.get('about') ?? undefined
  const about = asked as Parameters<typeof args.context.api.notice.centre>[0]['about']
  const requests = await ask(args, (api) => api.connection.toAnswer())
  return { about: about ?? null, requests, ...(await ask(args, (api) => api.notice.centre({ about }))) }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    const { connection, notice } = args.context.api
    if (!raw.requestId) {
      await notice.read({})
      return redirectWith(args, '/notices', { text: 'All marked as read.' })
    }
    const { state } = await connection.answer(raw as Parameters<typeof connection.answer>[0])
    const text = state === 'accepted' ? 'You both say that you know each other.' : 'Done. They are not told.'
    return redirectWith(args, '/notices', { text })
  })
}

export default function Notices() {
  const { about, requests, notices, posts } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const isEmpty = !about && requests.length + notices.length === 0
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <div className="stack">
        <h1>Notices</h1>
        <p>
          <Link to="/settings/notices">Letters and quiet hours</Link>: how soon you hear of this by e-mail
        </p>
      </div>
      {isEmpty ? (
        <EmptyState title="You will read here what happens among your people">
          <p>For example: “Zoë says that you know each other.”</p>
        </EmptyState>
      ) : null}
      {requests.length > 0 && !about ? <Requests requests={requests} /> : null}
      {isEmpty ? null : <News notices={notices} posts={posts} about={about} />}
    </div>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

function Requests({ requests }: Pick<Shown, 'requests'>) {
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">They say that they know you</h2>
      <p className="muted">If you say no, or nothing, they are not told.</p>
      <ul className="plain people">
        {requests.map((request) => (
          <li key={request.id}>
            <PersonCard
              name={request.name}
              href={request.hasPage ? `/people/${request.personId}` : undefined}
              about={`“${request.sentence}”`}
              why={
                <>
                  {ukDay(request.askedAt)} · <Link to={`/people/${request.personId}/block`}>Block</Link>
                  <span className="visually-hidden"> {request.name}</span>
                </>
              }
              action={<AnswerRequest request={request} />}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
