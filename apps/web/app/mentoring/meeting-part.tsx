import { Link } from '@remix-run/react'
import { LinkedText } from '../components/linked-text.tsx'
import { Meetings, Past, Said } from './meeting-past.tsx'
import type { PairsMeetings } from './meeting-types.ts'
import { WAY_WORDS } from './meeting-words.ts'

type Meeting = PairsMeetings['toSay'][number]

/** When a pair meets, in their space: what waits for an answer, what is next, what there was. */
export function MeetingPart(props: PairsMeetings) {
  const { mentorshipId, next, later, goesOn } = props
  if (!goesOn && hadNone(props)) return null
  return (
    <section aria-labelledby="meetings" className="stack">
      <h2 id="meetings">Meetings</h2>
      <Waiting {...props} />
      {next ? <Next mentorshipId={mentorshipId} meeting={next} /> : null}
      {next || !goesOn ? null : <p>No meeting is booked.</p>}
      {later.length > 0 ? <Meetings title="After that" mentorshipId={mentorshipId} meetings={later} /> : null}
      {goesOn ? (
        <p className="row">
          <Link className="btn" to={`/mentoring/${mentorshipId}/meet`}>
            Plan a meeting
          </Link>
          <Link to="/mentoring/calendar">See your meetings in your own calendar</Link>
        </p>
      ) : null}
      <Past {...props} />
      <Said {...props} />
    </section>
  )
}

const hadNone = ({ next, later, past, said, offered, toSay, checkIn }: PairsMeetings) =>
  !next && !checkIn && [later, past, said, offered, toSay].every((list) => list.length === 0)

/** Times to choose from, meetings to speak of, and how it goes. */
function Waiting({ mentorshipId, offered, toSay, checkIn, otherName }: PairsMeetings) {
  const page = (id: string) => `/mentoring/${mentorshipId}/meetings/${id}`
  if (offered.length + toSay.length === 0 && !checkIn) return null
  return (
    <ul className="list">
      {offered.map(({ id, isMine }) => (
        <li key={id}>
          <Link to={page(id)}>
            {isMine ? `You offered ${otherName} times` : `Choose one of the times that ${otherName} offers`}
          </Link>
        </li>
      ))}
      {toSay.map(({ id, when }) => (
        <li key={id}>
          <Link to={page(id)}>Did it happen? {when}</Link>
        </li>
      ))}
      {checkIn ? (
        <li>
          <Link to={`/mentoring/${mentorshipId}/check-in/${checkIn.id}`}>
            How is it going? Three taps, for you alone
          </Link>
        </li>
      ) : null}
    </ul>
  )
}

function Next({ mentorshipId, meeting }: { mentorshipId: string; meeting: Meeting }) {
  const page = `/mentoring/${mentorshipId}/meetings/${meeting.id}`
  return (
    <div className="card stack">
      <p>
        <strong>
          <Link to={page}>{meeting.when}</Link>
        </strong>{' '}
        {WAY_WORDS[meeting.way]}
        {meeting.place ? ': ' : ''}
        <LinkedText text={meeting.place ?? ''} />
      </p>
      {meeting.hopedFor ? <p>What would help: {meeting.hopedFor}</p> : null}
      <p>
        <a href={`${page}/calendar.ics`} download>
          Add to calendar
        </a>
      </p>
    </div>
  )
}
