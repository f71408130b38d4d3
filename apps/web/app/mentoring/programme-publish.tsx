import { Link } from '@remix-run/react'
import { PostForm } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { longDay } from '../dates.ts'

interface Props {
  pairs: number
  others: number
  since: { left: number; joined: number }
  here: string
  /** The day on which the pairs begin, while that is to come. */
  startsOn: string | null
}

/** The last step, with what it does; not while somebody came or went since the run. */
export function Publish({ pairs, others, since, here, startsOn }: Props) {
  if (since.left + since.joined > 0)
    return (
      <Notice kind="warn">
        {since.joined} joined and {since.left} left since this run, so it cannot be published.{' '}
        <Link to={here}>Match again</Link>
      </Notice>
    )
  return (
    <section className="stack" aria-labelledby="publish">
      <h2 id="publish">Publish</h2>
      <p>
        {pairs} {pairs === 1 ? 'pair becomes a mentoring' : 'pairs become mentorings'} of their own
        {others === 0
          ? ''
          : `, and ${others} ${others === 1 ? 'mentee hears' : 'mentees hear'} that there was nobody this time`}
        . Everybody gets one letter: who, why, the first step; a mentor of several, where to see it. No
        wishes. It happens once and cannot be taken back; each pair may end theirs.
        {startsOn ? ` They begin on ${longDay(startsOn)}; until then each pair can plan ahead.` : ''}
      </p>
      <PostForm>
        <SubmitButton name="_do" value="publish" pending="Publishing…">
          Publish this run
        </SubmitButton>
      </PostForm>
    </section>
  )
}
