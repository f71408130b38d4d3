import { Link } from '@remix-run/react'
import { longDay } from '~/dates.ts'
import type { PairsMeetings } from './meeting-types.ts'

type Meeting = PairsMeetings['toSay'][number]

/** What there was, folded away. */
export function Past({ mentorshipId, past }: PairsMeetings) {
  if (past.length === 0) return null
  return (
    <details>
      <summary>Past meetings</summary>
      <Meetings mentorshipId={mentorshipId} meetings={past} />
    </details>
  )
}

/** What only the reader said, and only the reader finds again. */
export function Said({ mentorshipId, said }: PairsMeetings) {
  if (said.length === 0) return null
  return (
    <details>
      <summary>How it goes, in your own words (only you)</summary>
      <ul className="list">
        {said.map(({ id, on }) => (
          <li key={id}>
            <Link to={`/mentoring/${mentorshipId}/check-in/${id}`}>What you said on {longDay(on)}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

const STATE: Partial<Record<Meeting['state'], string>> = {
  cancelled: ' (called off)',
  missed: ' (did not happen)',
}

type ListProps = { title?: string; mentorshipId: string; meetings: Meeting[] }

/** Meetings by their time, each with its page. */
export function Meetings({ title, mentorshipId, meetings }: ListProps) {
  return (
    <>
      {title ? <h3>{title}</h3> : null}
      <ul className="list">
        {meetings.map(({ id, when, state }) => (
          <li key={id}>
            <Link to={`/mentoring/${mentorshipId}/meetings/${id}`}>{when}</Link>
            {STATE[state] ?? ''}
          </li>
        ))}
      </ul>
    </>
  )
}
