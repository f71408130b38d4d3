import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { type Column, DataTable } from '~/components/data-table.tsx'
import { EmptyState } from '~/components/empty-state.tsx'
import { Pager } from '~/components/pager.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { ReviewWays } from '~/review/ways.tsx'
import { kindOf, peopleIn, STATES, whereOf } from '~/review/words.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Changes of schools', 'The school list')
export const handle = { hydrate: false }

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const asked = Object.fromEntries(new URL(args.request.url).searchParams)
  return ask(args, (api) => api.review.changes(asked))
}

export default function Changes() {
  const { show, kind, counts, total, page, pages, lines } = useLoaderData<typeof loader>()
  const here = show === 'waiting' ? '/schools/review' : `/schools/review?show=${show}`
  const more = (rest: string) => `${here}${here.includes('?') ? '&' : '?'}${rest}`
  return (
    <div className="stack">
      <h1>The school list</h1>
      <p>
        What the register says of schools follows by rule wherever it is clear. What is left is yours to
        decide. You see schools and numbers here, never people.
      </p>
      <ReviewWays here={kind ? '' : here} />
      {counts.length > 1 ? (
        <ul className="plain row">
          {counts.map((one) => (
            <li key={one.kind}>
              {one.kind === kind ? (
                <strong>{kindOf(one.kind)}</strong>
              ) : (
                <Link to={more(`kind=${one.kind}`)}>{kindOf(one.kind)}</Link>
              )}{' '}
              ({one.count})
            </li>
          ))}
        </ul>
      ) : null}
      {total > 0 ? (
        <DataTable caption={captionOf(show, total)} columns={COLUMNS} rows={lines} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={show === 'waiting' ? 'Nothing waits for you' : 'Nothing here yet'}>
          <p>{LATER[show]}</p>
        </EmptyState>
      )}
      <Pager page={page} pages={pages} hrefFor={(to) => more(`${kind ? `kind=${kind}&` : ''}page=${to}`)} />
    </div>
  )
}

const LATER = {
  waiting: 'After each import, what the rules leave open is listed here.',
  decided: 'What you or somebody else decides is listed here, and can be undone.',
  by_rule: 'What follows by rule from the register is listed here, and can be undone.',
}

const captionOf = (show: string, total: number) => {
  const what = total === 1 ? '1 change' : `${total} changes`
  return show === 'waiting' ? `${what}, the longest waiting first` : `${what}, the latest first`
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number]

const COLUMNS: Column<Line>[] = [
  {
    label: 'School',
    cell: ({ id, from }) => <Link to={`/schools/review/${id}`}>{from.name}</Link>,
  },
  { label: 'Where', cell: ({ from }) => whereOf(from) },
  {
    label: 'What happened',
    cell: ({ kind, state }) => (
      <>
        {kindOf(kind)}{' '}
        {state === 'needs_review' ? null : <Tag kind={STATES[state][0]}>{STATES[state][1]}</Tag>}
      </>
    ),
  },
  { label: 'Last day', cell: ({ effectiveOn }) => longDay(effectiveOn) },
  { label: 'Follows it', cell: ({ to }) => (to ? `${to.name}, ${whereOf(to)}` : '–') },
  { label: 'People there', cell: ({ people }) => peopleIn(people) },
]
