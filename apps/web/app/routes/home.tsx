import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { ComingUp } from '~/components/coming-up.tsx'
import { PeopleStrip } from '~/components/people-strip.tsx'
import { ThingsForYou } from '~/components/things-for-you.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Home')

export async function loader(args: LoaderFunctionArgs) {
  const viewer = signedIn(args)
  const id = viewer?.id ?? ''
  const [me, requests, notices, people, career, moving, led, ways, isReviewer, changed, mentoring, taking] =
    await Promise.all([
      ask(args, (api) => api.person.mine()),
      ask(args, (api) => api.connection.toAnswer()),
      ask(args, (api) => api.notice.list()),
      ask(args, (api) => api.network.people({})),
      ask(args, (api) => api.person.careerLine({ id })),
      ask(args, (api) => api.stint.movingForm()),
      ask(args, (api) => api.network.led()),
      ask(args, (api) => api.account.addresses()),
      ask(args, (api) => api.review.isMine()),
      ask(args, (api) => api.review.whichSchool()),
      ask(args, (api) => api.coordination.things()),
      ask(args, (api) => api.programme.mine()),
    ])
  const known = people.sections.flatMap((section) => section.people)
  return {
    firstName: me.name.split(' ')[0] ?? '',
    isSetUp: me.isSetUp,
    needsPersonal: ways.needsPersonal,
    requests,
    newNotices: notices.filter(({ isNew }) => isNew).length,
    led,
    isReviewer,
    changed: changed.map(({ stintId, what }) => ({ stintId, what })),
    moves: moving.open.filter(({ isMine, state }) => !isMine || state === 'conflict'),
    moved: known.filter(({ changed }) => changed).map(({ id, name, changed }) => ({ id, name, changed })),
    people: strip(known),
    total: people.total,
    career: career.items,
    mentoring,
    askedInto: taking.mine
      .filter(({ hasJoined }) => !hasJoined)
      .map(({ id, name, side }) => ({ id, name, side })),
  }
}

type Known = { id: string; name: string; reason: string; pinned: boolean; changedOn: string | null }

/** Six people: pinned first, then who moved of late. */
function strip(known: Known[]) {
  const rank = ({ pinned, changedOn }: Known) => `${pinned ? 1 : 0}${changedOn ?? ''}`
  const first = [...known].sort((a, b) => (rank(a) > rank(b) ? -1 : rank(a) < rank(b) ? 1 : 0))
  return first.slice(0, 6).map(({ id, name, reason }) => ({ id, name, reason }))
}

export default function Home() {
  const { firstName, people, total, career, newNotices, led, isReviewer, ...todo } =
    useLoaderData<typeof loader>()
  const hasGroup = career.some(({ kind }) => kind === 'group')
  const hasSchool = career.some(({ kind, when }) => kind === 'school' && when !== 'before')
  return (
    <div className="stack-l">
      <h1>{firstName ? `Hello, ${firstName}` : 'Hello'}</h1>
      {newNotices > 0 ? (
        <p>
          <Link to="/notices">{newNotices === 1 ? 'One new notice' : `${newNotices} new notices`}</Link>
        </p>
      ) : null}
      {led.map(({ id, name }) => (
        <p key={id}>
          <Link to={`/schools/${id}/staff`}>The staff of {name}, whom you look after</Link>
        </p>
      ))}
      {isReviewer ? (
        <p>
          <Link to="/schools/review">The school list, which you look after</Link>
        </p>
      ) : null}
      <ThingsForYou {...todo} hasGroup={hasGroup} hasSchool={hasSchool} />
      {total > 0 ? <PeopleStrip people={people} total={total} /> : null}
      <ComingUp items={career} />
    </div>
  )
}
