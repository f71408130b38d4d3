import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { EmptyState } from '~/components/empty-state.tsx'
import { MyOffer } from '~/mentoring/home-offer.tsx'
import { Pairs } from '~/mentoring/home-pairs.tsx'
import { MyRequests, RequestsToMe } from '~/mentoring/home-requests.tsx'
import { ProgrammeWays } from '~/mentoring/programme-ways.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const [mine, asked, waiting, programmes, boards] = await ask(args, (api) =>
    Promise.all([
      api.mentoring.mine(),
      api.request.mine(),
      api.request.waiting(),
      api.programme.mine(),
      api.coordination.mine(),
    ]),
  )
  const open = asked.filter(({ state }) => state === 'open')
  return { ...mine, asked: open, ...waiting, programmes: { ...programmes, looksAfter: boards.length > 0 } }
}

export default function Mentoring() {
  const { mentors, mentees, offer, asked, toAnswer, listed, programmes } = useLoaderData<typeof loader>()
  const isMentor = offer !== null || mentees.length > 0
  return (
    <div className="stack-l">
      <div className="stack">
        <h1>Mentoring</h1>
        <MentoringPromise />
      </div>
      {isMentor || toAnswer.length > 0 ? <RequestsToMe requests={toAnswer} listed={listed} /> : null}
      {mentors.length > 0 ? (
        <Pairs id="mentors" title={mentors.length === 1 ? 'My mentor' : 'My mentors'} pairs={mentors} />
      ) : null}
      {asked.length > 0 ? <MyRequests requests={asked} /> : null}
      {mentors.length === 0 && asked.length === 0 ? <AskFirst /> : <AskAgain />}
      {mentees.length > 0 ? <Pairs id="mentees" title="People I mentor" pairs={mentees} /> : null}
      {offer ? <MyOffer offer={offer} /> : <OfferFirst />}
      <ProgrammeWays {...programmes} />
      <p>
        <Link to="/mentoring/apart">People never to be put together with you</Link>
      </p>
    </div>
  )
}

function AskFirst() {
  return (
    <EmptyState
      title="Your mentor will be here"
      action={
        <Link to="/mentoring/ask" className="btn">
          Ask for a mentor
        </Link>
      }
    >
      <p>
        One question, one call, half a term or a year: three questions, and you see who could help and why.
        You always hear back within five school days.
      </p>
    </EmptyState>
  )
}

const AskAgain = () => (
  <p>
    <Link to="/mentoring/ask">Ask for a mentor</Link>
  </p>
)

function OfferFirst() {
  return (
    <EmptyState
      title="People you mentor will be here"
      action={
        <Link to="/mentoring/offer" className="btn quiet">
          Offer an hour
        </Link>
      }
    >
      <p>
        Whoever began a year ago knows best what the first year is like. You can answer one question, and stop
        whenever you like.
      </p>
    </EmptyState>
  )
}
