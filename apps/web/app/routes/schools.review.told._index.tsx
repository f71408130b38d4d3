import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { type Column, DataTable } from '~/components/data-table.tsx'
import { EmptyState } from '~/components/empty-state.tsx'
import { Pager } from '~/components/pager.tsx'
import { ukDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { ReviewWays } from '~/review/ways.tsx'
import { OUTCOMES, peopleIn, toldWhere } from '~/review/words.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Schools told of by name', 'The school list')
export const handle = { hydrate: false }

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const asked = Object.fromEntries(new URL(args.request.url).searchParams)
  return ask(args, (api) => api.review.pending(asked))
}

export default function Told() {
  const { show, schools, total, page, pages } = useLoaderData<typeof loader>()
  const isDecided = show === 'decided'
  return (
    <div className="stack">
      <h1>Schools told of by name</h1>
      <p>
        Schools that members found in no list. Say which they are. Nobody’s time there and nobody’s ties are
        lost, whatever you say, and nobody is told who wrote one down.
      </p>
      <ReviewWays here={isDecided ? '' : '/schools/review/told'} />
      <p>
        {isDecided ? (
          <Link to="/schools/review/told">Those that wait</Link>
        ) : (
          <Link to="/schools/review/told?show=decided">Those that are decided</Link>
        )}
      </p>
      {total > 0 ? (
        <DataTable
          caption={`${total} ${total === 1 ? 'school' : 'schools'}, ${isDecided ? 'the latest' : 'the longest waiting'} first`}
          columns={COLUMNS}
          rows={schools}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState title={isDecided ? 'Nothing here yet' : 'Nothing waits for you'}>
          <p>When somebody moves to a school that is in no list, its name comes here.</p>
        </EmptyState>
      )}
      <Pager
        page={page}
        pages={pages}
        hrefFor={(to) => `/schools/review/told?${isDecided ? 'show=decided&' : ''}page=${to}`}
      />
    </div>
  )
}

type School = ReturnType<typeof useLoaderData<typeof loader>>['schools'][number]

const COLUMNS: Column<School>[] = [
  { label: 'School', cell: ({ id, name }) => <Link to={`/schools/review/told/${id}`}>{name}</Link> },
  { label: 'Where', cell: toldWhere },
  { label: 'Told on', cell: ({ toldAt }) => ukDay(toldAt) },
  { label: 'People there', cell: ({ people }) => peopleIn(people) },
  {
    label: 'What it is',
    cell: ({ decision }) =>
      decision ? [OUTCOMES[decision.outcome], decision.to?.name].filter(Boolean).join(': ') : 'Waits',
  },
]
