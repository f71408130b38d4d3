import type { RequestForMentor } from '@wirearchy/domain/request'
import { DateInput } from '../components/date-input.tsx'
import { Field } from '../components/field.tsx'
import { PostForm, resultOf } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { resultFor } from './space-newer.tsx'

type Props = { request: RequestForMentor; result: unknown }

/** A mentor's four answers: yes, one thing first, no, and no with a pause. */
export function RequestAnswer({ request, result }: Props) {
  const { state, mayAskFirst, name } = request
  const who = name ?? 'them'
  const isPast = state === 'passed' || state === 'declined'
  return (
    <section className="stack" aria-labelledby="answer">
      <h2 id="answer">Your answer</h2>
      {isPast ? (
        <p>It has moved on to somebody else, who has not said yes so far. You may still do so.</p>
      ) : null}
      {state === 'question' ? (
        <p>You asked one thing and wait for the answer. You may also answer now.</p>
      ) : null}
      <PostForm className="row">
        <SubmitButton name="_answer" value="accept" pending="Saying yes…">
          Yes, let’s talk
        </SubmitButton>
        {state === 'declined' ? null : (
          <SubmitButton kind="quiet" name="_answer" value="decline" pending="Telling them…">
            {state === 'listed' ? 'Not for me' : 'Not at the moment'}
          </SubmitButton>
        )}
      </PostForm>
      {isPast || state === 'listed' ? null : (
        <p>A no is fine. Nobody asks you why, and the next person is asked at once.</p>
      )}
      {mayAskFirst ? <OneThingFirst who={who} result={result} /> : null}
      {isPast || state === 'listed' ? null : <AndPause result={result} />}
    </section>
  )
}

function OneThingFirst({ who, result }: { who: string; result: unknown }) {
  const own = resultFor(result, 'question')
  return (
    <details open={own !== undefined}>
      <summary>Ask one thing first</summary>
      <PostForm result={own}>
        <Field
          name="question"
          label={`What would you like to know from ${who}?`}
          hint="Your clock stops until it is answered. Don’t name pupils."
          rows={3}
        />
        <SubmitButton kind="quiet" name="_answer" value="ask" pending="Sending…">
          Send the question
        </SubmitButton>
      </PostForm>
    </details>
  )
}

function AndPause({ result }: { result: unknown }) {
  const isOwn = resultOf(result).values?.['until.day'] !== undefined
  return (
    <details open={isOwn}>
      <summary>Not at the moment, and nobody new for a while</summary>
      <PostForm result={isOwn ? result : undefined}>
        <DateInput
          name="until"
          legend="From which day may people ask you again?"
          hint="Your other open requests move on too, with a kind word. Whoever you mentor already stays."
        />
        <SubmitButton kind="quiet" name="_answer" value="pause" pending="Telling them…">
          Say no, and pause
        </SubmitButton>
      </PostForm>
    </details>
  )
}
