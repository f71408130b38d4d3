import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { signedIn } from '~/attempt.server.ts'
import { AsOf } from '~/components/as-of.tsx'
import { EmptyState } from '~/components/empty-state.tsx'
import { GroupTasks } from '~/components/group-tasks.tsx'
import { MemberCards } from '~/components/member-cards.tsx'
import { longDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { askAsOf } from '~/past.server.ts'
import { usePastDay, usePastHref } from '~/past.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data?.name ?? 'Training group', args.data?.years)

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  const { answer, past } = await askAsOf(args, (api, asOf) => api.group.page({ slug, asOf }))
  return { ...answer, past }
}

type Loaded = Awaited<ReturnType<typeof loader>>

export default function Group() {
  const group = useLoaderData<typeof loader>()
  const { name, provider, years, past } = group
  return (
    <div className="stack-l">
      <AsOf past={past}>
        <div className="stack">
          <h1>{name}</h1>
          <p>{[provider, years].filter(Boolean).join(', ')}</p>
          <MyTime {...group} />
        </div>
        <div className="cols">
          <People {...group} />
          <div className="stack-l">
            <Moves {...group} />
            <GroupTasks {...group} />
          </div>
        </div>
      </AsOf>
    </div>
  )
}

function People({ slug, total, people, shareMySubject, isLead }: Loaded) {
  const [on, past] = [usePastDay(), usePastHref()]
  const list = past(`/groups/${slug}/members`)
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">
        People <span className="muted">({total})</span>
      </h2>
      {on && total === 0 ? <p>Nobody whom you may see was in it that day.</p> : null}
      {total <= 1 && !on ? <Alone isLead={isLead} slug={slug} /> : null}
      {shareMySubject ? <p>{sharing(shareMySubject, slug)}</p> : null}
      <MemberCards people={people} />
      {total > people.length ? (
        <p>
          <Link to={list}>Everybody in the group ({total})</Link>
        </p>
      ) : total > 1 ? (
        <p>
          <Link to={list}>As a list to sort</Link>
        </p>
      ) : null}
    </section>
  )
}

function MyTime({ mine }: Pick<Loaded, 'mine'>) {
  const [last] = mine
  if (!last?.finishedOn || last.outcome === null) return null
  const word = {
    deferred: 'You stopped for now on',
    withdrawn: 'You left on',
    transferred: 'You changed group after',
  }
  const said = word[last.outcome as keyof typeof word] ?? 'You finished on'
  return (
    <p className="muted">
      {said} {longDay(last.finishedOn)}. The people you were here with stay yours.
    </p>
  )
}

function sharing({ subject, howMany }: NonNullable<Loaded['shareMySubject']>, slug: string) {
  return (
    <Link to={`/groups/${slug}/members?subject=${encodeURIComponent(subject)}`}>
      {howMany === 1 ? 'One shares' : `${howMany} share`} your subject, {subject}
    </Link>
  )
}

function Alone({ isLead, slug }: { isLead: boolean; slug: string }) {
  return (
    <EmptyState
      title="The others will be here as they join"
      action={
        isLead ? (
          <Link className="btn" to={`/groups/${slug}/invite`}>
            Get the link and QR code
          </Link>
        ) : null
      }
    >
      <p>For example: “Zoë, teaches physics, now at St Hild’s”. Whoever joins sees you, and you see them.</p>
    </EmptyState>
  )
}

function Moves({ recentMoves }: Pick<Loaded, 'recentMoves'>) {
  const [on, past] = [usePastDay(), usePastHref()]
  return (
    <section className="stack" aria-labelledby="moves">
      <h2 id="moves">{on ? 'Who had moved lately' : 'Who moved lately'}</h2>
      {recentMoves.length === 0 ? (
        <p className="muted">Nobody has told of a move in the last few months.</p>
      ) : (
        <ul className="stack plain">
          {recentMoves.map(({ id, name, school }) => (
            <li key={`${id} ${school.schoolId}`}>
              <Link to={past(`/people/${id}`)}>{name}</Link> began at{' '}
              <Link to={past(`/schools/${school.schoolId}`)}>{school.name}</Link> on{' '}
              {longDay(school.startedOn)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
