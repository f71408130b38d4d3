import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { signedIn } from '~/attempt.server.ts'
import { AsOf } from '~/components/as-of.tsx'
import { type Column, DataTable } from '~/components/data-table.tsx'
import { WhereNow } from '~/components/member-cards.tsx'
import { Pager } from '~/components/pager.tsx'
import { Tag } from '~/components/tag.tsx'
import { stretch } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { askAsOf } from '~/past.server.ts'
import { hrefOn, usePastHref } from '~/past.ts'

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, 'Everybody', args.data?.group.name)

const SORTS = ['name', 'subject', 'school', 'joined'] as const

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const asked = new URL(args.request.url).searchParams
  const query = {
    slug: args.params.slug ?? '',
    sort: SORTS.find((sort) => sort === asked.get('sort')),
    subject: asked.get('subject') ?? undefined,
    page: asked.get('page') ?? undefined,
  }
  const { answer, past } = await askAsOf(args, (api, asOf) => api.group.members({ ...query, asOf }))
  return { ...answer, past }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Row = Loaded['people'][number]

export default function Members() {
  const loaded = useLoaderData<typeof loader>()
  const { group, people, total, page, pages, subject, past } = loaded
  return (
    <div className="stack">
      <AsOf past={past}>
        <p>
          <Link to={hrefOn(`/groups/${group.slug}`, past.on)}>
            {group.name}, {group.years}
          </Link>
        </p>
        <h1>Everybody in the group</h1>
        {subject ? (
          <p>
            Those who teach {subject}.{' '}
            <Link to={hrefOn(`/groups/${group.slug}/members`, past.on)}>Show everybody</Link>
          </p>
        ) : null}
        <DataTable
          caption={total === 1 ? 'One person' : `${total} people`}
          columns={columns(loaded)}
          rows={people}
          rowKey={({ id }) => id}
        />
        <Pager page={page} pages={pages} hrefFor={(next) => hrefFor(loaded, { page: next })} />
        <p className="muted">
          {loaded.isLead
            ? 'You run this group, so you see everybody in it, and of each what they let you see.'
            : 'You see the people your own time here overlapped, and of each what they let you see.'}
        </p>
      </AsOf>
    </div>
  )
}

function hrefFor(
  { group, sort, subject, past }: Loaded,
  { page, by = sort }: { page?: number; by?: string },
) {
  const query = new URLSearchParams({ sort: by })
  if (subject) query.set('subject', subject)
  if (page && page > 1) query.set('page', String(page))
  return hrefOn(`/groups/${group.slug}/members?${query}`, past.on)
}

function columns(loaded: Loaded): Column<Row>[] {
  const by = (sort: string) => ({
    sortHref: hrefFor(loaded, { by: sort }),
    sorted: loaded.sort === sort ? ('ascending' as const) : undefined,
  })
  const isPast = loaded.past.on !== null
  const teaches = { label: 'Teaches', cell: ({ subjects }: Row) => subjects.join(', ') || '–' }
  const all: Column<Row>[] = [
    { label: 'Name', cell: Name, ...by('name') },
    ...(isPast ? [] : [{ ...teaches, ...by('subject') }]),
    {
      label: isPast ? 'At' : 'Now at',
      cell: ({ schools }) => <WhereNow schools={schools} none="–" />,
      ...by('school'),
    },
    {
      label: 'In the group',
      cell: ({ startedOn, finishedOn }) => stretch(startedOn, finishedOn),
      ...by('joined'),
    },
  ]
  if (loaded.people.some(({ subgroup }) => subgroup))
    all.push({ label: 'Part', cell: ({ subgroup }) => subgroup ?? '–' })
  const manage = ({ id, name }: Row) => (
    <Link to={`/groups/${loaded.group.slug}/members/${id}`} discover="none">
      Change<span className="visually-hidden"> {name}’s time here</span>
    </Link>
  )
  return loaded.isLead && !isPast ? [...all, { label: 'Their time', cell: manage }] : all
}

function Name({ id, name, isMe }: Row) {
  const past = usePastHref()
  return (
    <>
      <Link to={past(`/people/${id}`)} discover="none">
        {name}
      </Link>{' '}
      {isMe ? <Tag>You</Tag> : null}
    </>
  )
}
