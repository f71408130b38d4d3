import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { ImportRows } from '~/components/import-rows.tsx'
import { Notice } from '~/components/notice.tsx'
import { Pager } from '~/components/pager.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { SummaryList } from '~/components/summary-list.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.state === 'done' ? 'Your list' : 'Check the list', args.data?.group.name)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug = '', importId = '' } = args.params
  const page = new URL(args.request.url).searchParams.get('page') ?? undefined
  return ask(args, (api) => api.seat.importPage({ slug, importId, page }))
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const { slug = '', importId = '' } = args.params
  return attempt(args, async () => {
    await args.context.api.seat.confirmImport({ slug, importId })
    return redirectWith(args, `/groups/${slug}/import/${importId}`, { text: 'Done. The seats are kept.' })
  })
}

type Loaded = Awaited<ReturnType<typeof loader>>

export default function ImportCheck() {
  const loaded = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { group, id, state, toMend, page, pages, rows, ignored } = loaded
  const here = `/groups/${group.slug}/import`
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <p>
        <Link to={`/groups/${group.slug}`}>
          {group.name}, {group.years}
        </Link>
      </p>
      <h1>{state === 'done' ? 'Your list' : 'Check the list'}</h1>
      <Counts {...loaded} />
      {ignored.length > 0 ? <p className="muted">Columns we don’t use: {ignored.join(', ')}.</p> : null}
      <Next {...loaded} here={here} result={result} />
      {toMend > 0 ? (
        <p>
          <a href={`${here}/${id}/failed-rows.csv`}>Download the rows to fix (CSV)</a>, mend them and upload
          that file.
        </p>
      ) : null}
      <ImportRows rows={rows} isDone={state === 'done'} />
      <Pager page={page} pages={pages} hrefFor={(next) => `${here}/${id}?page=${next}`} />
    </div>
  )
}

function Counts({ state, counts, toMend }: Loaded) {
  const isDone = state === 'done'
  const rows = [
    { label: isDone ? 'Seats kept' : 'Seats to keep', value: counts.created ?? 0 },
    { label: isDone ? 'Seats mended' : 'Seats to mend', value: counts.updated ?? 0 },
    { label: 'As it was', value: counts.unchanged ?? 0 },
    { label: 'For you to fix', value: toMend },
  ]
  return <SummaryList rows={rows} />
}

function Next({ state, counts, group, here, result }: Loaded & { here: string; result: unknown }) {
  if (state === 'refused')
    return (
      <Notice kind="warn">
        Another list was uploaded since. <Link to={here}>Upload a list</Link>
      </Notice>
    )
  if (state === 'done')
    return (
      <p>
        <Link className="btn" to={`/groups/${group.slug}/seats`}>
          See who is not here yet
        </Link>
      </p>
    )
  const changes = (counts.created ?? 0) + (counts.updated ?? 0)
  if (changes === 0)
    return (
      <Notice>
        Nothing in this list would change anything. <Link to={here}>Upload another</Link>
      </Notice>
    )
  return (
    <PostForm result={result}>
      <div className="row">
        <SubmitButton pending="Keeping seats…">Keep these seats</SubmitButton>
        <Link to={here}>Upload another list instead</Link>
      </div>
    </PostForm>
  )
}
