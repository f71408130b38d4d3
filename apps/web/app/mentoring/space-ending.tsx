import { Link } from '@remix-run/react'
import type { EndingSeen } from '@wirearchy/domain/space'
import { Tag } from '../components/tag.tsx'
import { longDay } from '../dates.ts'

type Props = {
  endings: readonly EndingSeen[]
  name: string
  /** The school's chapter that may go on in one tap. */
  mayKeep: string | null
  base: string
}

/** How it ended: what each left for the other, one's own reason for oneself, and how it may go on. */
export function EndingPart({ endings, name, mayKeep, base }: Props) {
  const mine = endings.some(({ isMine }) => isMine)
  return (
    <section className="stack" aria-labelledby="ended">
      <h2 id="ended">This mentoring has ended</h2>
      {endings.map((ending) => (
        <EndingWords key={`${ending.mentorshipId} ${ending.by}`} ending={ending} name={name} />
      ))}
      <p>What you wrote together stays here for you both. Nothing new can be added.</p>
      <div className="row">
        {mayKeep ? (
          <Link className="btn" to={`/mentoring/${mayKeep}/keep`}>
            Keep going, between you two
          </Link>
        ) : null}
        {mine ? null : <Link to={`${base}/finish`}>Leave {name} a line of thanks</Link>}
      </div>
    </section>
  )
}

function EndingWords({ ending, name }: { ending: EndingSeen; name: string }) {
  const { isMine, sentence, thanks, reason, askAgainOn } = ending
  return (
    <div className="card stack">
      <h3>{isMine ? 'Your words' : `From ${name}`}</h3>
      <p className="letter">{sentence}</p>
      {thanks ? <p className="letter">{thanks}</p> : null}
      {askAgainOn ? (
        <p>
          {isMine ? 'You would' : `${name} would`} be glad to be asked again from {longDay(askAgainOn)}.
        </p>
      ) : null}
      {reason ? (
        <p className="letter">
          <Tag kind="info">Only you</Tag> {reason}
        </p>
      ) : null}
    </div>
  )
}
