import { Link } from '@remix-run/react'
import { Tag } from '../components/tag.tsx'
import { longDay } from '../dates.ts'
import { UNIT_NAMES, type UnitKey } from './offer-words.ts'

interface Deadline {
  dueOn: string
  daysLeft: number
}

export interface MyRequest {
  requestId: string
  unit: UnitKey
  state: 'open' | 'accepted' | 'withdrawn' | 'unanswered'
  with: string | null
  waitsForMe: boolean
  onTheList: boolean
  deadline: Deadline | null
}

export interface RequestToMe {
  requestId: string
  unit: UnitKey
  name: string | null
  state: string
  deadline: Deadline | null
}

/** What one asked for: who has it, and until when there is an answer. */
export function MyRequests({ requests }: { requests: readonly MyRequest[] }) {
  return (
    <section className="stack" aria-labelledby="my-requests">
      <h2 id="my-requests">What you asked for</h2>
      <ul className="plain todo">
        {requests.map((request) => (
          <li key={request.requestId}>
            <span>
              <Link to={`/mentoring/mine/${request.requestId}`}>{UNIT_NAMES[request.unit]}</Link>
              <span className="muted">: {whereItIs(request)}</span>
            </span>
            {request.waitsForMe ? <Tag kind="warn">Waits for you</Tag> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function whereItIs({ with: mentor, waitsForMe, onTheList, deadline }: MyRequest) {
  const until = deadline ? ` until ${longDay(deadline.dueOn)}, ${left(deadline)}` : ''
  if (waitsForMe) return `${mentor ?? 'A mentor'} asked you something first. It waits for your answer${until}`
  if (onTheList) return `on the open list${until}`
  return mentor ? `${mentor} has it${until}` : 'on its way to the next mentor'
}

const left = ({ daysLeft }: Deadline) =>
  daysLeft === 0 ? 'the last day' : daysLeft === 1 ? '1 school day left' : `${daysLeft} school days left`

/** Who asks for one's help, and until when they hope for an answer. */
export function RequestsToMe({ requests, listed }: { requests: readonly RequestToMe[]; listed: number }) {
  return (
    <section className="stack" aria-labelledby="to-me">
      <h2 id="to-me">People who ask you</h2>
      {requests.length === 0 ? <p>Nobody waits for your answer.</p> : null}
      <ul className="plain todo">
        {requests.map(({ requestId, unit, name, state, deadline }) => (
          <li key={requestId}>
            <span>
              <Link to={`/mentoring/requests/${requestId}`}>
                {name ?? 'Somebody'}: {UNIT_NAMES[unit].toLowerCase()}
              </Link>
              <span className="muted">
                {deadline ? ` until ${longDay(deadline.dueOn)}, ${left(deadline)}` : ''}
              </span>
            </span>
            {state === 'question' ? <Tag>Waits for them</Tag> : <Tag kind="warn">Waits for you</Tag>}
          </li>
        ))}
      </ul>
      <p>
        <Link to="/mentoring/requests">
          {listed > 0
            ? `All requests, and ${listed} on the open list that fit your offer`
            : 'All requests to you'}
        </Link>
      </p>
    </section>
  )
}
