import { Link } from '@remix-run/react'
import type { Api } from '@wirearchy/api/router'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { SummaryList } from '~/components/summary-list.tsx'
import { TAPS } from './meeting-check-in-words.ts'

type Props = Awaited<ReturnType<Api['meeting']['checkIn']>> & { result: unknown }

/** What somebody said, for them alone; and where it does not work, what they can do. */
export function CheckInAnswered(props: Props) {
  const { line, going, wants } = props
  const rows = TAPS.map(({ name, question, answers }) => ({
    label: question,
    value: answers[(props[name] ?? 1) - 1] ?? '',
  }))
  const isHard = going === 1 || wants !== 'nothing'
  return (
    <>
      <SummaryList rows={line ? [...rows, { label: 'For yourself', value: line }] : rows} />
      {isHard ? <WhatNow {...props} /> : null}
    </>
  )
}

function WhatNow({ mentorshipId, side, goesOn, coordinators, result }: Props) {
  return (
    <section aria-labelledby="what-now" className="stack">
      <h2 id="what-now">What you can do</h2>
      <ul className="list">
        {side === 'mentee' ? (
          <li>
            <Link to="/mentoring/ask">Ask for another mentor</Link>
          </li>
        ) : null}
        {goesOn ? (
          <li>
            <Link to={`/mentoring/${mentorshipId}/finish`}>Finish well, with a ready sentence</Link>
          </li>
        ) : null}
        <li>
          <Link to={`/mentoring/${mentorshipId}`}>Leave it, and go on</Link>
        </li>
      </ul>
      {coordinators.length > 0 ? <Word coordinators={coordinators} result={result} /> : null}
    </section>
  )
}

type WordProps = Pick<Props, 'coordinators' | 'result'>

const Word = ({ coordinators, result }: WordProps) => (
  <PostForm result={result}>
    <ChoiceGroup
      name="coordinatorId"
      legend="A quiet word with"
      hint="They learn that you would like a word, and nothing else. Nobody else is told."
      choices={coordinators.map(({ id, name, programme }) => ({ value: id, label: name, hint: programme }))}
    />
    <SubmitButton kind="quiet" name="_do" value="word" pending="Sending…">
      Ask for a word
    </SubmitButton>
  </PostForm>
)
