import { DateInput } from '../components/date-input.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { longDay } from '../dates.ts'

export type OfferState = 'none' | 'open' | 'paused' | 'closed'

type Props = { state: OfferState; pausedUntil: string | null; result: unknown }

/** Pause until a day, be there again, or close; nobody who is mentored loses anything by it. */
export function OfferRest({ state, pausedUntil, result }: Props) {
  return (
    <section className="stack" aria-labelledby="rest">
      <h2 id="rest">Taking a rest</h2>
      {state === 'open' ? <Pause result={result} /> : <Again state={state} pausedUntil={pausedUntil} />}
      {state === 'closed' ? null : (
        <PostForm>
          <p>Or close it. What you wrote is kept for another time.</p>
          <SubmitButton kind="quiet" name="_do" value="close" pending="Closing…">
            Close my offer
          </SubmitButton>
        </PostForm>
      )}
    </section>
  )
}

function Pause({ result }: Pick<Props, 'result'>) {
  return (
    <PostForm result={result}>
      <p>Nobody asks you until the day you say. Whoever you mentor already stays with you.</p>
      <DateInput
        name="until"
        legend="People may ask me again from"
        hint="Such as the first day of next term."
      />
      <SubmitButton kind="quiet" name="_do" value="pause" pending="Pausing…">
        Pause my offer
      </SubmitButton>
    </PostForm>
  )
}

function Again({ state, pausedUntil }: Pick<Props, 'state' | 'pausedUntil'>) {
  return (
    <PostForm>
      <p>
        {state === 'paused' && pausedUntil
          ? `Nobody asks you until ${longDay(pausedUntil)}.`
          : 'Your offer is closed: nobody asks you.'}
      </p>
      <SubmitButton kind="quiet" name="_do" value="resume" pending="Opening…">
        {state === 'paused' ? 'Be asked again now' : 'Open it again'}
      </SubmitButton>
    </PostForm>
  )
}
