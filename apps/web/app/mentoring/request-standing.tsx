import { Link } from '@remix-run/react'
import type { RequestOfMine } from '@wirearchy/domain/request'
import { leftWords, untilWords } from './request-words.ts'

/** How one's own request stands: who has it, and until when. */
export function RequestStanding({ request }: { request: RequestOfMine }) {
  const { state, mentorshipId, deadline, onTheList, waitsForMe, round } = request
  const who = request.with ?? 'A mentor'
  if (state === 'accepted')
    return (
      <p className="note ok">
        Somebody said yes. <Link to={`/mentoring/${mentorshipId}`}>Go to the place for you two</Link>
      </p>
    )
  if (state === 'withdrawn')
    return <p>You took this request back. You can make a new one whenever you like.</p>
  if (state === 'unanswered') return <Unanswered />
  const until = deadline ? `${untilWords(deadline)} (${leftWords(deadline)})` : ''
  if (waitsForMe)
    return (
      <p className="note">
        {who} asks you one thing first. Answer by {until}; after that it goes to the next person.
      </p>
    )
  if (onTheList)
    return (
      <p className="note">
        It is on the open list: mentors whom you may ask can read it there, and nobody else. You hear how it
        stands after {until}. This is round {round} of 3.
      </p>
    )
  return (
    <p className="note">
      {who} has it now and may answer until {until}. If there is no answer by then it goes on by itself, and
      you are told.
    </p>
  )
}

function Unanswered() {
  return (
    <div className="note warn stack">
      <p>
        Nobody could take this on in fifteen school days on the open list, so it is closed. That says nothing
        about you or what you asked: there were too few places.
      </p>
      <p>What else there is:</p>
      <ul>
        <li>
          <Link to="/mentoring/ask">Ask for something smaller</Link>, such as one question or one call.
        </li>
        <li>
          <Link to="/groups">Ask the people you trained with</Link>.
        </li>
        <li>Ask again when the next half term begins: places come free then.</li>
      </ul>
    </div>
  )
}
