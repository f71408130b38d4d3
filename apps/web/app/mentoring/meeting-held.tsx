import { Link } from '@remix-run/react'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import type { OneMeeting } from './meeting-types.ts'
import { SAID_WORDS } from './meeting-words.ts'

/** After a meeting: one tap each, notes, and the next one. */
export function MeetingHeld({
  mentorshipId,
  side,
  otherName,
  meeting,
  again,
  goesOn,
}: OneMeeting & { result: unknown }) {
  const { id, iSaid, theySaid, isSettled, hopedFor } = meeting
  return (
    <>
      {isSettled ? null : <Taps iSaid={iSaid} />}
      {iSaid ? <p>You said that {SAID_WORDS[iSaid]}.</p> : null}
      {theySaid ? (
        <p>
          {otherName} said that {SAID_WORDS[theySaid]}.
        </p>
      ) : null}
      {iSaid && !theySaid ? <p>What {otherName} says will stand here too.</p> : null}
      {hopedFor ? (
        <p>
          {side === 'mentee' ? 'What would help, as you wrote' : `What would help, as ${otherName} wrote`}:{' '}
          {hopedFor}
        </p>
      ) : null}
      <p>
        <Link to={`/mentoring/${mentorshipId}/notes?meeting=${id}`}>Write a note about it</Link>
      </p>
      {goesOn && again ? (
        <p>
          <Link
            className="btn"
            to={`/mentoring/${mentorshipId}/meet?on=${again.on}&at=${encodeURIComponent(again.at)}`}
          >
            Plan the next one: {again.words}?
          </Link>
        </p>
      ) : null}
    </>
  )
}

const TAPS = [
  ['yes', 'Yes'],
  ['moved', 'It was moved'],
  ['no', 'No'],
] as const

/** Nobody is to blame: three buttons, one press. */
const Taps = ({ iSaid }: { iSaid: string | null }) => (
  <PostForm className="stack">
    <h2>Did it happen?</h2>
    <p>One tap is enough, and nobody is to blame.</p>
    <div className="row">
      {TAPS.map(([said, label]) => (
        <SubmitButton key={said} name="said" value={said} kind={iSaid === said ? 'main' : 'quiet'}>
          {label}
        </SubmitButton>
      ))}
    </div>
  </PostForm>
)
