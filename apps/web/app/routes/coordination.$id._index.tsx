import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { Pager } from '~/components/pager.tsx'
import { BoardFigures } from '~/mentoring/board-figures.tsx'
import { RemindAll } from '~/mentoring/board-remind-all.tsx'
import { BoardTable } from '~/mentoring/board-table.tsx'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'How the pairs stand', args.data?.board.name ?? 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const page = new URL(args.request.url).searchParams.get('page') ?? 1
  return ask(args, (api) => api.coordination.board({ id: args.params.id ?? '', page: Number(page) }))
}

export default function Board() {
  const { board, rows, page, pages, figures, canNudge } = useLoaderData<typeof loader>()
  const { id, name, of, kind } = board
  return (
    <div className="stack">
      <h1>How the pairs of {name} stand</h1>
      {of ? <p className="muted">{of}</p> : null}
      <PairsPromise />
      <p>
        You see one word for each pair and nothing else: not what they want or write, not when they met, not
        why one ended.
      </p>
      {rows.length === 0 ? (
        <NoPairs kind={kind} id={id} />
      ) : (
        <>
          <RemindAll id={id} canNudge={canNudge} />
          <BoardTable id={id} rows={rows} />
          <Pager page={page} pages={pages} hrefFor={(to) => `/coordination/${id}?page=${to}`} />
          <BoardFigures id={id} figures={figures} />
        </>
      )}
      <p>
        <Link to="/coordination">All the pairs you look after</Link>
      </p>
    </div>
  )
}

function NoPairs({ kind, id }: { kind: string; id: string }) {
  const action =
    kind === 'school' ? (
      <Link to={`/schools/${id}/staff`}>Give somebody a mentor</Link>
    ) : (
      <Link to={`/programmes/${id}`}>The programme</Link>
    )
  return (
    <EmptyState title="Pairs will be here" action={action}>
      <p>Once two people have been put together, you see here whether they have met.</p>
    </EmptyState>
  )
}
