import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { Pager } from '~/components/pager.tsx'
import { ukDay, ukTime } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Every letter written', 'Demo')

export async function loader(args: LoaderFunctionArgs) {
  const page = new URL(args.request.url).searchParams.get('page') ?? undefined
  return ask(args, (api) => api.demo.outbox({ page }))
}

export default function Outbox() {
  const { letters, page, pages, total } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>Every letter written</h1>
      <p>
        Most letters wait: for the end of quiet hours, or for one bundle a day. Codes come at once. Each
        reader chooses under <Link to="/settings/notices">Letters and quiet hours</Link>.
      </p>
      {total === 0 ? (
        <EmptyState title="No letters yet">
          <p>When somebody asks for a code, moves school or asks a question, the letter shows here.</p>
        </EmptyState>
      ) : null}
      <ol className="plain stack">
        {letters.map(({ id, to, subject, text, createdAt, stage }) => (
          <li key={id} className="card stack">
            <h2>{subject}</h2>
            <p className="muted">
              To {to}, {ukDay(createdAt)} at {ukTime(createdAt)}. {stage}
            </p>
            <pre className="letter">{text}</pre>
          </li>
        ))}
      </ol>
      <Pager page={page} pages={pages} hrefFor={(n) => `/demo/outbox?page=${n}`} label="Letters" />
    </div>
  )
}
